import assert from 'node:assert/strict';
import type { EmbeddedProfile } from '../../src/protocol/embedded-profile.ts';
import { until } from '../helpers/until.ts';
import { startViewers } from './open-viewer.ts';
import type { ViewerOptions, Viewers } from './open-viewer.ts';
import { Viewer } from './viewer.ts';
import { drawnPage, drawStacks, rowNamed } from './viewer-profiles.ts';

const csv = (tail: string): string => `main load@file:///app/node_modules/csv/i.js:3 split@file:///app/node_modules/csv/i.js:9${tail}`;
const drawn = drawnPage([drawStacks(['main parse row', 'main parse row', 'main parse', csv(' read@node:fs:9'), csv(''), 'main draw row'])]);
const recursive = drawnPage([drawStacks(['main walk walk walk leaf', 'main walk leaf'])]);
/** px; rows of a picture are so high. */
const rowHeight = 18;

describe('what one can do with a frame', () => {
  let viewers: Viewers;
  before(async () => { viewers = await startViewers(); });
  after(() => viewers.close());
  const open = async (embedded: EmbeddedProfile = drawn, options: ViewerOptions = {}): Promise<Viewer> => new Viewer(await viewers.open(embedded, options)).ready();
  /** Opened on the frame in row 2, which is `parse`, once the picture is there. */
  const menuOfParse = async (viewer: Viewer): Promise<void> => {
    await viewer.press('2');
    await until('the menu', async () => {
      await viewer.flame.click({ button: 'right', position: { x: 20, y: 2.5 * rowHeight } });
      return viewer.page.getByRole('menu').isVisible();
    });
  };
  const copied = async (viewer: Viewer): Promise<string> => {
    await until('a text', async () => (await viewer.heard('copy')).length > 0);
    return ((await viewer.heard('copy')).at(-1) as { text: string }).text;
  };

  describe('its menu', () => {
    it('opens with the second button, chooses the frame, and leads nowhere by itself', async () => {
      const viewer = await open();
      await menuOfParse(viewer);
      assert.deepEqual(await viewer.menuTitles(), [
        'Go to the source', 'Sandwich: callers and callees', 'Lines of the source', 'Follow the heaviest path', 'Only stacks through it', 'Hide it', 'Copy the frame', 'Copy its stack', 'Copy a link to it',
      ]);
      await viewer.chosen.getByText('parse').waitFor();
      assert.deepEqual(await viewer.heard('openFunction'), []);
    });
    it('has a package to collapse where there is one', async () => {
      const viewer = await open();
      await viewer.press('6');
      await viewer.line('split').click({ button: 'right' });
      assert.ok((await viewer.menuTitles()).includes('Collapse csv'));
    });
    it('opens by key at the chosen line, is walked by arrows, and gives the focus back', async () => {
      const viewer = await open();
      await viewer.press('6');
      await viewer.line('parse').click();
      await viewer.press('Shift+F10');
      await viewer.menuTitles();
      const focused = (): Promise<string> => viewer.page.evaluate(() => document.activeElement?.querySelector('.title')?.textContent ?? '');
      await viewer.press('ArrowDown', 'ArrowDown');
      assert.equal(await focused(), 'Lines of the source');
      await viewer.press('End');
      assert.equal(await focused(), 'Copy a link to it');
      await viewer.press('ArrowDown');
      assert.equal(await focused(), 'Go to the source');
      await viewer.press('Escape');
      await viewer.page.getByRole('menu').waitFor({ state: 'hidden' });
      assert.equal(await viewer.page.evaluate(() => document.activeElement?.getAttribute('role')), 'treegrid');
    });
    it('leads to the source, the sandwich and the lines', async () => {
      const viewer = await open();
      await menuOfParse(viewer);
      await viewer.menuItem('Go to the source');
      await until('a request', async () => (await viewer.heard('openFunction')).length === 1);
      await menuOfParse(viewer);
      await viewer.menuItem('Sandwich: callers and callees');
      await viewer.page.locator('.filling', { hasText: 'parse' }).waitFor();
      await menuOfParse(viewer);
      await viewer.menuItem('Lines of the source');
      await viewer.page.getByRole('tab', { name: 'Source', selected: true }).waitFor();
    });
    it('leaves out what an exported page or a library can’t do', async () => {
      const viewer = await open();
      await viewer.press('6');
      await viewer.line('read').click({ button: 'right' });
      assert.ok(!(await viewer.menuTitles()).includes('Go to the source'), 'a function of Node has no file to open');
    });
  });

  describe('its text', () => {
    it('is copied with its times by Ctrl+C', async () => {
      const viewer = await open();
      await viewer.choose(drawn, 'parse');
      await viewer.press('Control+c');
      assert.equal(await copied(viewer), 'parse (src/rows.js:20)  1.0 ms self, 3.0 ms total, 50.0 %');
      await viewer.readout.getByText('Copied').waitFor({ state: 'attached' });
    });
    it('is copied as a stack, the innermost call first', async () => {
      const viewer = await open();
      await viewer.choose(drawn, 'read');
      await viewer.press('Control+Shift+C');
      assert.equal(await copied(viewer), ['    at read (node:fs:9)', '    at split (csv/i.js:9)', '    at load (csv/i.js:3)', '    at main (src/rows.js:10)'].join('\n'));
    });
    it('is left to the browser while text is marked', async () => {
      const viewer = await open();
      await viewer.choose(drawn, 'parse');
      await viewer.page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('.headline') ?? document.body));
      await viewer.press('Control+c', 'u');
      await until('the next unit', async () => await viewer.page.getByLabel('Unit').inputValue() === 'share');
      assert.deepEqual(await viewer.heard('copy'), []);
    });
    it('is a link on request, which the editor writes', async () => {
      const viewer = await open();
      await menuOfParse(viewer);
      await viewer.menuItem('Copy a link to it');
      await until('a request', async () => JSON.stringify(await viewer.heard('copyLink')) === JSON.stringify([{ revision: 7, func: rowNamed(drawn, 'parse'), line: 0 }]));
    });
  });

  describe('the stacks', () => {
    it('have one frame a package when it is collapsed, until that is undone', async () => {
      const viewer = await open();
      await viewer.choose(drawn, 'split');
      await viewer.press('6', 'k');
      await viewer.line('split').waitFor({ state: 'detached' });
      await viewer.trail.getByText('csv collapsed ×').waitFor();
      assert.deepEqual((await viewer.cells('load')).slice(1, 3), ['1.0 ms  16.7 %', '2.0 ms  33.3 %']);
      await viewer.press('Control+z');
      await viewer.line('split').waitFor();
    });
    it('have recursion once when it is folded', async () => {
      const viewer = await open(recursive);
      const depth = (): Promise<number> => viewer.page.evaluate(() => document.querySelectorAll('.table .body .line').length);
      await viewer.press('4');
      await viewer.choose(recursive, 'leaf');
      await until('three calls of walk', async () => (await viewer.lines()).filter((line) => line.trim() === 'walk').length === 3);
      await viewer.press('r');
      await viewer.trail.getByText('recursion folded').waitFor();
      await until('one call of walk', async () => (await viewer.lines()).join() === 'main,  walk,    leaf');
      assert.equal(await depth(), 3);
      await viewer.press('r');
      await viewer.trail.getByText('recursion folded').waitFor({ state: 'hidden' });
    });
    it('are taken back one by one in the line above, or all at once', async () => {
      const viewer = await open();
      await viewer.choose(drawn, 'parse');
      await viewer.press('f');
      await viewer.trail.getByText('only parse ×').waitFor();
      await viewer.choose(drawn, 'row');
      await viewer.press('h');
      await viewer.trail.getByRole('button', { name: 'only parse ×' }).click();
      await viewer.trail.getByText('only parse').waitFor({ state: 'hidden' });
      await viewer.trail.getByText('without row ×').waitFor();
      await viewer.trail.getByRole('button', { name: /^Whole run/ }).click();
      await viewer.trail.getByText('without row').waitFor({ state: 'hidden' });
    });
    for (const [kind, gone] of [['own code', 'parse'], ['dependencies', 'load'], ['Node', 'read']] as const) {
      it(`leave out ${kind} when it is filtered, and the button says so`, async () => {
        const viewer = await open();
        await viewer.press('6');
        await viewer.line(gone).waitFor();
        await viewer.page.getByRole('button', { name: 'Filter' }).click();
        await viewer.page.getByRole('menuitemcheckbox', { name: `Show ${kind}` }).click();
        await viewer.line(gone).waitFor({ state: 'detached' });
        await viewer.page.getByRole('button', { name: 'Filter: 1 hidden' }).waitFor();
      });
    }
  });

  describe('the callers of a zoomed frame', () => {
    it('stand in the line above and are chosen there', async () => {
      const viewer = await open();
      await viewer.press('2');
      await viewer.flame.focus();
      await viewer.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
      const crumbs = viewer.trail.locator('.crumb');
      await until('the way', async () => (await crumbs.allTextContents()).join(' ') === 'Whole run 6.0 ms Fit main parse row');
      await viewer.trail.getByRole('button', { name: 'main' }).click();
      await viewer.chosen.getByText('main').waitFor();
      await viewer.trail.getByRole('button', { name: 'Fit' }).click();
      await viewer.trail.getByText('Fit').waitFor({ state: 'hidden' });
    });
  });

  describe('the keyboard', () => {
    it('walks up, down and sideways, and stays where there is nothing', async () => {
      const viewer = await open();
      await viewer.press('2');
      await viewer.flame.focus();
      const walk = async (key: string, name: string): Promise<void> => {
        await viewer.press(key);
        await viewer.chosen.getByText(name, { exact: true }).waitFor();
      };
      await walk('ArrowDown', '(root)');
      await walk('ArrowDown', 'main');
      await walk('ArrowDown', 'parse');
      await walk('ArrowRight', 'load');
      await walk('ArrowRight', 'draw');
      await walk('ArrowRight', 'draw');
      await walk('ArrowDown', 'row');
      await walk('ArrowDown', 'row');
      await walk('ArrowUp', 'draw');
    });
    it('goes on in the view that a digit opens', async () => {
      const viewer = await open();
      const focused = (): Promise<string> => viewer.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
      await viewer.flame.focus();
      await viewer.press('2');
      assert.match(await focused(), /^Left-heavy flame graph/);
      await viewer.press('6');
      assert.equal(await viewer.page.evaluate(() => document.activeElement?.getAttribute('role')), 'treegrid');
    });
    for (const [digit, name] of [['3', 'Sandwich'], ['7', 'Source']] as const) {
      it(`keeps the place while ${name} has nothing to show`, async () => {
        const viewer = await open();
        const focused = (): Promise<string> => viewer.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
        await viewer.flame.focus();
        await viewer.press(digit);
        assert.equal(await focused(), name);
        await viewer.press('2');
        assert.match(await focused(), /^Left-heavy flame graph/);
      });
    }
    it('turns with the flames', async () => {
      const viewer = await open();
      await viewer.press('2', 'i');
      await viewer.flame.focus();
      await viewer.press('ArrowUp', 'ArrowUp', 'ArrowUp');
      await viewer.chosen.getByText('parse', { exact: true }).waitFor();
      await viewer.press('ArrowDown');
      await viewer.chosen.getByText('main', { exact: true }).waitFor();
    });
    it('follows the heaviest path from the chosen call on', async () => {
      const viewer = await open();
      await viewer.press('2');
      await viewer.flame.focus();
      await viewer.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight');
      await viewer.chosen.getByText('load').waitFor();
      await viewer.press('p');
      await viewer.chosen.getByText(/split|read/).waitFor();
    });
    it('zooms and moves with W, S, A and D', async () => {
      const viewer = await open();
      const axis = async (): Promise<string> => (await viewer.page.locator('.axis span').allTextContents()).join(' ');
      await until('the axis', async () => (await axis()).startsWith('0 ms 1.0 ms'));
      await viewer.flame.focus();
      await viewer.press('w', 'w', 'w');
      await until('a part', async () => !(await axis()).startsWith('0 ms'));
      const part = await axis();
      await viewer.press('a');
      await until('another part', async () => (await axis()) !== part);
      await viewer.press('s', 's', 's', 's', 's');
      await until('everything', async () => (await axis()).startsWith('0 ms 1.0 ms'));
    });
    it('goes from view to view with digits and shows all keys with ?', async () => {
      const viewer = await open();
      for (const [key, title] of Object.entries({ 2: 'Left-heavy', 3: 'Sandwich', 4: 'Top-down', 5: 'Bottom-up', 6: 'Functions', 7: 'Source', 1: 'Flame chart' })) {
        await viewer.press(key);
        await viewer.page.getByRole('tab', { name: title, selected: true }).waitFor();
      }
      await viewer.press('?');
      await viewer.page.getByRole('dialog', { name: 'Keys' }).waitFor();
      await viewer.press('Escape');
      await viewer.page.getByRole('dialog').waitFor({ state: 'hidden' });
    });
  });
});
