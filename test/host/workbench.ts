import type { Locator, Page } from 'playwright-core';

/** Drives VS Code's page as a user does. Its CSS classes change now and then: they are named in this folder only. */
export class Workbench {
  readonly page: Page;
  /** What the page threw. */
  readonly errors: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('crash', () => this.errors.push('the page crashed'));
  }

  async close(): Promise<void> {
    await this.page.context().browser()?.close();
  }

  /** Waits until the workbench has drawn itself and is connected to its extension host. */
  async ready(): Promise<void> {
    for (const part of ['statusbar', 'editor']) await this.page.locator(`.monaco-workbench .part.${part}`).waitFor({ timeout: 60_000 });
  }

  /** Opens the quick input with a key, types, and accepts the row that then has the focus. */
  async quickInput(key: string, text: string, row: string): Promise<void> {
    const widget = this.page.locator('.quick-input-widget');
    await this.#pressUntilShown(key, widget.locator('.quick-input-box input'));
    await widget.locator('.quick-input-box input').fill(text);
    await widget.locator('.quick-input-list .monaco-list-row.focused', { hasText: row }).first().waitFor({ timeout: 30_000 });
    await this.page.keyboard.press('Enter');
    await widget.waitFor({ state: 'hidden', timeout: 10_000 });
  }

  /** The first key after a page load may be lost, so it is repeated. */
  async #pressUntilShown(key: string, wanted: Locator): Promise<void> {
    for (let attempt = 0; attempt < 4; attempt++) {
      await this.page.keyboard.press(key);
      const shown = await wanted.waitFor({ state: 'visible', timeout: 5_000 }).then(() => true, () => false);
      if (shown) return;
    }
    throw new Error(`${key} did not open the quick input`);
  }

  /** Runs a command by its title in the palette. */
  command(title: string): Promise<void> {
    return this.quickInput('F1', `>${title}`, title);
  }

  /** Opens a file of the workspace by its name or path. */
  async openFile(path: string): Promise<void> {
    const name = path.slice(path.lastIndexOf('/') + 1);
    await this.quickInput('Control+P', path, name);
    await this.page.locator('.tabs-container .tab.active', { hasText: name }).waitFor({ timeout: 30_000 });
    await this.editor.locator('.view-lines').waitFor({ timeout: 30_000 });
  }

  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor').first();
  }

  get statusBar(): Locator {
    return this.page.locator('.part.statusbar');
  }

  /** Rows of trees and lists in the side bar. */
  get sideBarRows(): Locator {
    return this.page.locator('.part.sidebar .monaco-list-row');
  }

  get toasts(): Locator {
    return this.page.locator('.notifications-toasts .notification-toast');
  }

  /** A button of the editor's title by its tooltip. */
  titleButton(label: string): Locator {
    return this.page.locator(`.editor-group-container.active .editor-actions .action-label[aria-label*="${label}"]`).first();
  }
}
