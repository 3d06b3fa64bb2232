import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import type { PageFunction, PageState } from '../../src/protocol/webview.ts';
import { findChromium, noChromiumNote } from '../host/find-chromium.ts';

const hostileName = '</script><img src=x onerror="document.title=\'broken\'">';

const row = (name: string, selfMs: number, totalMs: number, place: string, openable = true): PageFunction => ({
  name, place, openable, category: 'own', selfMs, totalMs, selfShare: selfMs / 1500, totalShare: totalMs / 1500, samples: selfMs,
});

const state: PageState = {
  revision: 7,
  title: 'import.ts',
  headline: '`parseRow` takes 81 % of the CPU time; line 15 takes 85 % of it.',
  runs: ['import.ts · pid 12 · Node 24.21 · 1.50 s'],
  problems: ['A child process ran without the profiler.'],
  categories: [{ name: 'own', selfMs: 1400, share: 14 / 15 }, { name: 'gc', selfMs: 100, share: 1 / 15 }, { name: 'node', selfMs: 0, share: 0 }],
  functions: [row('parseRow', 1220, 1250, 'src/rows.ts:12'), row(hostileName, 150, 1500, 'src/import.ts:3'), row('split', 30, 30, '', false)],
  moreFunctions: 12,
};

/** The page in a real browser, behind an editor that answers `ready` with `answer` and keeps what else it hears. */
async function openPage(browser: Browser, answer: PageState | null): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  await page.setContent('<!DOCTYPE html><html lang="en"><title>page</title><body></body></html>');
  await page.addStyleTag({ content: readFileSync('dist/webview.css', 'utf8') });
  await page.evaluate((ready) => {
    const heard: unknown[] = [];
    const postMessage = (message: { id: number; method?: string }): void => {
      heard.push(message);
      if (message.method === 'ready') window.postMessage({ kind: 'answer', id: message.id, answer: ready });
    };
    Object.assign(window, { heard, acquireVsCodeApi: () => ({ postMessage }) });
  }, answer);
  await page.addScriptTag({ content: readFileSync('dist/webview.js', 'utf8') });
  return page;
}

const names = (page: Page): Promise<string[]> => page.locator('tbody th').allTextContents();
const heard = (page: Page): Promise<unknown[]> => page.evaluate(() => Reflect.get(window, 'heard') as unknown[]);

describe('the summary page', () => {
  let browser: Browser;
  before(async () => {
    const executablePath = findChromium();
    assert.ok(executablePath, noChromiumNote);
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
  });
  after(() => browser.close());

  it('shows the sentence, the run, what is worth knowing and the functions by self time', async () => {
    const page = await openPage(browser, state);
    await page.locator('.headline', { hasText: '`parseRow` takes 81 %' }).waitFor();
    assert.deepEqual(await names(page), ['parseRow', hostileName, 'split']);
    assert.deepEqual(await page.locator('tbody tr').first().locator('td').allTextContents(), ['1.22 s 81.3 %', '1.25 s 83.3 %', '1,220', 'src/rows.ts:12']);
    assert.deepEqual(await page.locator('.problems li').allTextContents(), state.problems);
    assert.deepEqual(await page.locator('.key li').allTextContents(), ['own code 1.40 s · 93.3 %', 'garbage collection 100 ms · 6.7 %']);
    assert.equal(await page.locator('.more').textContent(), 'and 12 functions with less self time');
  });

  it('A1 sets names as text, never as HTML', async () => {
    const page = await openPage(browser, state);
    await page.locator('tbody').waitFor();
    assert.equal(await page.locator('img').count(), 0);
    assert.equal(await page.title(), 'page');
  });

  for (const width of [400, 700, 1200]) {
    it(`keeps file and line in sight and the rest in the tooltip, at ${width} px`, async () => {
      const place = `packages/${'a-long-folder/'.repeat(12)}records.mjs:1234`;
      const page = await openPage(browser, { ...state, functions: [row('parseRow', 1220, 1250, place)] });
      await page.setViewportSize({ width, height: 600 });
      const cell = page.locator('td.place');
      assert.equal(await cell.getAttribute('title'), place);
      assert.equal(await cell.textContent(), place);
      const [box, end] = await cell.evaluate((td) => {
        const range = document.createRange();
        const text = td.querySelector('bdi')?.firstChild ?? td;
        range.setStart(text, (text.textContent ?? '').length - 'records.mjs:1234'.length);
        range.setEnd(text, (text.textContent ?? '').length);
        return [td, range].map((part) => part.getBoundingClientRect().toJSON() as { left: number; right: number; height: number });
      });
      assert.ok(end.left >= box.left && end.right <= box.right, 'the end of the place is inside its cell');
      assert.ok(box.height < 40, 'on one line');
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing scrolls sideways');
    });
  }

  it('sorts by the header that is pressed and says so', async () => {
    const page = await openPage(browser, state);
    await page.getByRole('button', { name: 'Total' }).press('Enter');
    assert.deepEqual(await names(page), [hostileName, 'parseRow', 'split']);
    assert.equal(await page.locator('th[aria-sort]').textContent(), 'Total');
  });

  it('opens the row that was chosen, after sorting too, and only rows that lead somewhere', async () => {
    const page = await openPage(browser, state);
    await page.getByRole('button', { name: 'Total' }).click();
    await page.getByRole('button', { name: 'parseRow' }).press('Enter');
    assert.deepEqual((await heard(page)).at(-1), { kind: 'request', id: 2, method: 'openFunction', params: { revision: 7, index: 0 } });
    assert.equal(await page.getByRole('button', { name: 'split' }).count(), 0);
  });

  it('moves between rows with the arrow keys', async () => {
    const page = await openPage(browser, state);
    await page.getByRole('button', { name: 'parseRow' }).focus();
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.locator(':focus').textContent(), hostileName);
    await page.keyboard.press('ArrowUp');
    assert.equal(await page.locator(':focus').textContent(), 'parseRow');
  });

  it('shows a new state when the editor sends one', async () => {
    const page = await openPage(browser, null);
    await page.locator('.empty').waitFor();
    await page.evaluate((next) => window.postMessage({ kind: 'request', id: 1, method: 'show', params: next }), state);
    await page.locator('.headline').waitFor();
    assert.equal(await page.locator('.empty').count(), 0);
  });
});
