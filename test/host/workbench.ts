import type { FrameLocator, Locator, Page } from 'playwright-core';

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
    await this.#pressUntilShown([key], widget.locator('.quick-input-box input'));
    await widget.locator('.quick-input-box input').fill(text);
    await widget.locator('.quick-input-list .monaco-list-row.focused', { hasText: row }).first().waitFor({ timeout: 30_000 });
    await this.page.keyboard.press('Enter');
    await widget.waitFor({ state: 'hidden', timeout: 10_000 });
  }

  /** The first key after a page load may be lost, so it is repeated; of a chord both, for its second key alone is another command. */
  async #pressUntilShown(keys: readonly string[], wanted: Locator): Promise<void> {
    for (let attempt = 0; attempt < 4; attempt++) {
      for (const key of keys) await this.page.keyboard.press(key);
      const shown = await wanted.waitFor({ state: 'visible', timeout: 5_000 }).then(() => true, () => false);
      if (shown) return;
    }
    throw new Error(`${keys.join(' ')} did not open the quick input`);
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

  /** Chooses from a thing's context menu; the entries of extensions come a moment after the page. */
  async contextMenu(thing: Locator, entry: string): Promise<void> {
    const item = this.page.locator('.context-view .action-label', { hasText: entry }).first();
    for (let attempt = 0; attempt < 6; attempt++) {
      await thing.click({ button: 'right' });
      const shown = await item.waitFor({ timeout: 5_000 }).then(() => true, () => false);
      if (shown) return this.#clickUntilGone(item);
      await this.page.keyboard.press('Escape');
    }
    throw new Error(`the context menu has no ${entry}`);
  }

  /** A menu takes no click in its first moments, lest the one that opened it counts: on a fast machine it stays open. */
  async #clickUntilGone(item: Locator): Promise<void> {
    for (let attempt = 0; attempt < 4; attempt++) {
      await item.click();
      const gone = await item.waitFor({ state: 'hidden', timeout: 2_000 }).then(() => true, () => false);
      if (gone) return;
    }
    throw new Error('the menu stays open');
  }

  /** Trusts the open folder, from the item that says Restricted Mode. */
  async trustFolder(): Promise<void> {
    const item = this.statusItem('Restricted Mode');
    await item.click({ timeout: 60_000 });
    await this.page.locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/ }).first().click();
    await item.waitFor({ state: 'detached', timeout: 30_000 });
  }

  /** Chooses a colour theme by its name in the picker. */
  async chooseTheme(name: string): Promise<void> {
    const widget = this.page.locator('.quick-input-widget');
    await this.#pressUntilShown(['Control+K', 'Control+T'], widget.locator('.quick-input-box input'));
    await widget.locator('.quick-input-box input').fill(name);
    await widget.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).first().waitFor({ timeout: 30_000 });
    await this.page.keyboard.press('Enter');
    await widget.waitFor({ state: 'hidden', timeout: 10_000 });
  }

  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor').first();
  }

  get statusBar(): Locator {
    return this.page.locator('.part.statusbar');
  }

  /** The page of the newest webview in sight, which lies two frames deep. */
  get viewer(): FrameLocator {
    return this.page.locator('iframe.webview.ready:visible').last().contentFrame().frameLocator('iframe#active-frame');
  }

  /** The number of the line that holds the cursor, in the group that shows this file; the editor need not have the focus. */
  cursorLine(file: string): Locator {
    const group = this.page.locator('.editor-group-container', { has: this.page.locator('.tab.active', { hasText: file }) });
    return group.locator('.line-numbers.active-line-number');
  }

  statusItem(text: string | RegExp): Locator {
    return this.statusBar.locator('.statusbar-item', { hasText: text }).first();
  }

  /** Rows of the side bar's view with this title. */
  treeRows(view: string): Locator {
    return this.page.locator('.part.sidebar .pane', { has: this.page.locator(`.pane-header[aria-label*="${view}"]`) }).locator('.monaco-list-row');
  }

  /** The whole text of the side bar's view with this title, welcome content included. */
  view(title: string): Locator {
    return this.page.locator('.part.sidebar .pane', { has: this.page.locator(`.pane-header[aria-label*="${title}"]`) });
  }

  /** Shows a container of the activity bar. */
  async openContainer(title: string): Promise<void> {
    const entry = this.page.locator(`.activitybar .action-item:has(.action-label[aria-label*="${title}"])`).first();
    if ((await entry.getAttribute('aria-selected')) !== 'true') await entry.click();
  }

  get toasts(): Locator {
    return this.page.locator('.notifications-toasts .notification-toast');
  }

  get dialogs(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  get problems(): Locator {
    return this.page.locator('.markers-panel-container .monaco-list-row');
  }

  /** A button of the editor's title by its tooltip. */
  titleButton(label: string): Locator {
    return this.page.locator(`.editor-group-container.active .editor-actions .action-label[aria-label*="${label}"]`).first();
  }

  /** Rests the mouse on the first such word of the editor, or of the line with a text, until its hover shows what is wanted. */
  async hoverOver(word: string, wanted: string | RegExp, line = ''): Promise<Locator> {
    const token = this.editor.locator('.view-line', { hasText: line }).locator('span > span', { hasText: new RegExp(`^${word}$`) }).first();
    const hover = this.page.locator('.monaco-hover:visible', { hasText: wanted }).first();
    for (let attempt = 0; attempt < 5; attempt++) {
      await token.hover();
      const shown = await hover.waitFor({ timeout: 5_000 }).then(() => true, () => false);
      if (shown) return hover;
      await this.page.mouse.move(5, 5);
    }
    throw new Error(`the hover over ${word} does not show ${wanted}`);
  }
}
