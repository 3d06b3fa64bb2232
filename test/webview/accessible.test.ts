import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { startViewers, themes } from './open-viewer.ts';
import type { Viewers } from './open-viewer.ts';
import { Viewer } from './viewer.ts';
import { recordedPage } from './viewer-profiles.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong, one line a thing. The page's own policy forbids its script, so it comes through the debugger. */
async function faultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const axe = Reflect.get(window, 'axe') as { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary.slice(0, 300)}`));
  });
}

describe('the viewer is accessible', () => {
  let viewers: Viewers;
  before(async () => { viewers = await startViewers(); });
  after(() => viewers.close());

  for (const theme of themes) {
    it(`in ${theme}: axe finds nothing in any view, the menu, the help`, async () => {
      const page = await viewers.open(recordedPage({ problems: ['A child process ran without the profiler.'], stale: 'rows.mjs was edited.' }), { theme, source: ['const a = 1;', 'const b = 2;'] });
      const viewer = await new Viewer(page).ready();
      await viewer.press('p');
      for (const key of ['1', '2', '3', '4', '5', '6', '7']) {
        await viewer.press(key);
        await page.locator('.table .body .line, .flame canvas').first().waitFor();
        assert.deepEqual(await faultsOf(page), [], `view ${key}`);
      }
      await page.getByRole('button', { name: 'Filter' }).click();
      await page.getByRole('menuitemcheckbox').first().waitFor();
      assert.deepEqual(await faultsOf(page), [], 'menu');
      await viewer.press('Escape', '?');
      await page.getByRole('dialog').waitFor();
      assert.deepEqual(await faultsOf(page), [], 'help');
    });
    it(`in ${theme}: axe finds nothing without a profile`, async () => {
      for (const view of [{ kind: 'empty' }, { kind: 'loading', title: 'a.cpuprofile', bytes: 3e6, total: 9e6 }, { kind: 'failed', title: 'a.cpuprofile', message: 'nodes[3].id is no number.' }] as const) {
        const page = await viewers.open(null, { theme, view });
        await page.locator('.state').waitFor();
        assert.deepEqual(await faultsOf(page), [], view.kind);
        await page.close();
      }
    });
  }

  it('shows where the focus is on everything that takes it', async () => {
    const page = await viewers.open(recordedPage());
    const viewer = await new Viewer(page).ready();
    const seen = new Set<string>();
    for (let stop = 0; stop < 40; stop++) {
      await viewer.press('Tab');
      const focused = await page.evaluate(() => {
        const { activeElement } = document;
        if (!activeElement || activeElement === document.body) return null;
        const ring = (element: Element): boolean => getComputedStyle(element).outlineStyle !== 'none' || getComputedStyle(element, '::after').backgroundColor !== 'rgba(0, 0, 0, 0)';
        return { name: `${activeElement.tagName} ${activeElement.getAttribute('aria-label') ?? activeElement.textContent ?? ''}`, visible: ring(activeElement) || (activeElement.parentElement !== null && ring(activeElement.parentElement)) };
      });
      if (!focused || seen.has(focused.name)) continue;
      seen.add(focused.name);
      assert.ok(focused.visible, focused.name);
    }
    assert.ok(seen.size >= 8, [...seen].join('\n'));
  });

  it('moves nothing for those who asked for less motion', async () => {
    const page = await viewers.open(recordedPage());
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await new Viewer(page).ready();
    assert.deepEqual(await page.evaluate(() => document.getAnimations().length), 0);
  });
});
