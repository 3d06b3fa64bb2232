import type { Locator, Page } from 'playwright-core';
import type { EmbeddedProfile } from '../../src/protocol/embedded-profile.ts';
import { askedOfWorker, heardBy } from './open-viewer.ts';
import { rowNamed } from './viewer-profiles.ts';

/** The viewer as a user sees it. */
export class Viewer {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Until it shows a profile. */
  async ready(): Promise<this> {
    await this.settled();
    await this.page.locator('.trail', { hasText: 'Whole run' }).waitFor();
    return this;
  }

  /** Keys one after the other, each when what the one before led to is shown. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await this.settled();
    }
  }

  /** Until the views have what the state asks for: no frame and no answer of the worker is awaited. Pictures are painted in the next frame. */
  async settled(): Promise<void> {
    await this.page.locator('.view[aria-busy="false"]').waitFor({ state: 'attached' });
  }

  tab(title: string): Locator {
    return this.page.getByRole('tab', { name: title, exact: true });
  }

  get table(): Locator {
    return this.page.getByRole('treegrid');
  }

  get flame(): Locator {
    return this.page.locator('.flame').first();
  }

  /** The first cells of the lines in sight, indented by their level. */
  async lines(): Promise<string[]> {
    return this.table.locator('.body .line').evaluateAll((lines) => lines.map((line) => '  '.repeat(Number(line.getAttribute('aria-level')) - 1) + (line.querySelector('.label')?.textContent ?? '')));
  }

  line(name: string): Locator {
    return this.table.locator('.body .line').filter({ has: this.page.locator('.label').getByText(name, { exact: true }) });
  }

  async cells(name: string): Promise<string[]> {
    return this.line(name).first().locator('.cell').allTextContents();
  }

  /** Name of the chosen function, as the bar at the foot says it. */
  get chosen(): Locator {
    return this.page.locator('.detail strong');
  }

  get readout(): Locator {
    return this.page.locator('.readout');
  }

  get detail(): Locator {
    return this.page.locator('.detail');
  }

  get trail(): Locator {
    return this.page.locator('.trail');
  }

  get searchResult(): Locator {
    return this.page.locator('.search output');
  }

  async search(text: string): Promise<void> {
    await this.press('/');
    await this.page.keyboard.type(text);
    await this.settled();
  }

  /** How often the page had its worker do this. */
  async asked(word: string): Promise<number> {
    return (await askedOfWorker(this.page)).filter((asked) => asked === word).length;
  }

  /** Chooses a function as the editor's cursor does. */
  async choose(embedded: EmbeddedProfile, name: string): Promise<void> {
    await this.hostSays('select', { revision: 7, func: rowNamed(embedded, name), line: 0 });
    await this.chosen.getByText(name, { exact: true }).waitFor();
    await this.settled();
  }

  /** Titles of the menu that is open. */
  async menuTitles(): Promise<string[]> {
    await this.page.getByRole('menu').waitFor();
    return this.page.getByRole('menu').locator('.title').allTextContents();
  }

  async menuItem(title: string): Promise<void> {
    await this.page.getByRole('menu').getByText(title, { exact: true }).click();
  }

  /** Red, green and blue of a picture, px from its upper left corner. */
  async colorAt(x: number, y: number, lane = 0): Promise<string> {
    return this.page.locator('.flame canvas').nth(lane).evaluate((canvas, [left, top]) =>
      [...((canvas as HTMLCanvasElement).getContext('2d')?.getImageData(left, top, 1, 1).data ?? [])].slice(0, 3).join(' '), [x, y]);
  }

  heard(word: string): Promise<unknown[]> {
    return heardBy(this.page, word);
  }

  /** Lets the editor say something. */
  async hostSays(method: string, params: unknown): Promise<void> {
    await this.page.evaluate((message) => window.postMessage(message), { kind: 'request', id: 1, method, params });
  }

  /** Whether anything of the document is out of sight sideways. */
  async fitsSideways(): Promise<boolean> {
    return this.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  }
}
