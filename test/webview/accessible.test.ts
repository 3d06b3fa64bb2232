import assert from 'node:assert/strict';
import { faultsOf } from './faults-of.ts';
import { startViewers, themes } from './open-viewer.ts';
import type { Viewers } from './open-viewer.ts';
import { Viewer } from './viewer.ts';
import { recordedPage } from './viewer-profiles.ts';

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
    it(`in ${theme}: axe finds nothing in the menu of a frame, of a line, of what can be saved`, async () => {
      const page = await viewers.open(recordedPage(), { theme });
      const viewer = await new Viewer(page).ready();
      const menu = page.getByRole('menu');
      await viewer.flame.click({ button: 'right', position: { x: 200, y: 9 } });
      await menu.getByRole('menuitem').first().waitFor();
      assert.deepEqual(await faultsOf(page), [], 'of a frame');
      await viewer.press('Escape', '6');
      await viewer.table.locator('.body .line').first().click({ button: 'right' });
      await menu.getByRole('menuitem').first().waitFor();
      assert.deepEqual(await faultsOf(page), [], 'of a line');
      await viewer.press('Escape');
      await page.getByRole('button', { name: 'Save' }).click();
      await menu.getByText('Picture (PNG) of the open view').waitFor();
      assert.deepEqual(await faultsOf(page), [], 'of what can be saved');
    });
    it(`in ${theme}: axe finds nothing in a narrow panel, its menu, its help`, async () => {
      const page = await viewers.open(recordedPage({ problems: ['A child process ran without the profiler.'] }), { theme, width: 360, source: ['const a = 1;'] });
      const viewer = await new Viewer(page).ready();
      for (const tab of ['chart', 'left-heavy', 'sandwich', 'top-down', 'bottom-up', 'functions', 'source']) {
        await page.getByLabel('View', { exact: true }).selectOption(tab);
        assert.ok(await viewer.fitsSideways(), tab);
        assert.deepEqual(await faultsOf(page), [], tab);
      }
      await page.getByLabel('View', { exact: true }).selectOption('functions');
      await viewer.table.locator('.body .line').first().click({ button: 'right' });
      await page.getByRole('menu').getByRole('menuitem').first().waitFor();
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
