import assert from 'node:assert/strict';
import type { EmbeddedProfile } from '../../src/protocol/embedded-profile.ts';
import { until } from '../helpers/until.ts';
import { startViewers } from './open-viewer.ts';
import type { ViewerOptions, Viewers } from './open-viewer.ts';
import { Viewer } from './viewer.ts';
import { drawnPage, drawStacks } from './viewer-profiles.ts';

const own = (name: string, file: string): string => `${name}@file:///app/src/${file}.js:3`;
const library = (name: string, npm: string): string => `${name}@file:///app/node_modules/${npm}/i.js:3`;
/** Eight columns of one row below the root, of equal width: two own files, two packages, Node, garbage, program, idle. */
const kinds = drawnPage([drawStacks([own('a', 'one'), own('b', 'two'), library('c', 'left'), library('d', 'right'), 'e@node:fs:9', '(program)', '(idle)'])]);
const lanes = drawnPage([drawStacks(['main parse', 'main parse', 'main (idle)']), drawStacks(['work', 'work', 'work'])]);
const many = drawnPage([drawStacks(Array.from({ length: 600 }, (_, at) => `main f${String(at).padStart(3, '0')}`))]);

describe('how the viewer looks', () => {
  let viewers: Viewers;
  before(async () => { viewers = await startViewers(); });
  after(() => viewers.close());
  const open = async (embedded: EmbeddedProfile, options: ViewerOptions = {}): Promise<Viewer> => new Viewer(await viewers.open(embedded, options)).ready();

  describe('colours', () => {
    /** Of the columns, left to right, beside their names. */
    const columns = async (viewer: Viewer, count = 7): Promise<string[]> => {
      const { width = 0 } = await viewer.flame.boundingBox() ?? {};
      return Promise.all(Array.from({ length: count }, (_, at) => viewer.colorAt(Math.round(((at + 0.9) * width) / count), 18 + 4)));
    };
    const painted = (viewer: Viewer): Promise<true> => until('the picture', async () => new Set(await columns(viewer)).size > 3);
    const isOrange = (color: string): boolean => { const [red, , blue] = color.split(' ').map(Number); return red > blue + 60; };

    it('tell whose code it is, at first', async () => {
      const viewer = await open(kinds);
      await painted(viewer);
      const [one, two, left, right, node] = await columns(viewer);
      assert.ok(isOrange(one) && isOrange(two), `${one}, ${two}`);
      assert.ok(!isOrange(left) && !isOrange(right) && !isOrange(node), `${left}, ${right}, ${node}`);
      assert.ok(node.split(' ').every((channel, _, [first]) => Math.abs(Number(channel) - Number(first)) < 6), `Node is grey: ${node}`);
    });
    it('tell packages apart, then files, by key', async () => {
      const viewer = await open(kinds);
      await painted(viewer);
      const [before] = [await columns(viewer)];
      await viewer.press('c');
      await until('other colours of libraries', async () => (await columns(viewer))[2] !== before[2]);
      const byPackage = await columns(viewer);
      assert.equal(byPackage[0], before[0], 'own code keeps its colour');
      await viewer.press('c');
      await until('other colours of own files', async () => (await columns(viewer))[0] !== before[0]);
      assert.equal(await viewer.page.getByLabel('Colour').inputValue(), 'file');
      await viewer.press('c');
      await until('the first colours', async () => (await columns(viewer)).join() === before.join());
    });
    it('are the same in every view', async () => {
      const viewer = await open(kinds);
      await painted(viewer);
      const chart = new Set(await columns(viewer));
      await viewer.press('2');
      await viewer.page.getByRole('tab', { name: 'Left-heavy', selected: true }).waitFor();
      await until('the same colours', async () => { const heavy = await columns(viewer); return heavy.slice(0, 5).every((color) => chart.has(color)); });
    });
    for (const theme of ['high-contrast', 'high-contrast-light'] as const) {
      it(`are not needed in ${theme}: each box has an outline`, async () => {
        const viewer = await open(kinds, { theme });
        const border = theme === 'high-contrast' ? (color: string) => color !== '0 0 0' : (color: string) => color !== '255 255 255';
        // The first pixels of a box are its outline; those of the ground are not drawn there.
        await until('an outline', async () => border(await viewer.colorAt(0, 18)) && (await viewer.colorAt(0, 18)) === (await viewer.colorAt(0, 18 + 8)));
        const { width = 0 } = await viewer.flame.boundingBox() ?? {};
        assert.notEqual(await viewer.colorAt(0, 18 + 8), await viewer.colorAt(Math.round(width / 7 - 20), 18 + 8), 'the outline differs from the fill');
      });
    }
    for (const theme of ['dark', 'light'] as const) {
      it(`stand without outlines in ${theme}`, async () => {
        const viewer = await open(kinds, { theme });
        await painted(viewer);
        const { width = 0 } = await viewer.flame.boundingBox() ?? {};
        assert.equal(await viewer.colorAt(0, 18 + 8), await viewer.colorAt(Math.round(width / 7 - 20), 18 + 8));
      });
    }
  });

  describe('threads', () => {
    const whole = async (viewer: Viewer): Promise<string> => await viewer.trail.locator('.crumb').first().textContent() ?? '';
    it('have a lane each in the chart, and are added up everywhere else', async () => {
      const viewer = await open(lanes);
      assert.equal(await viewer.page.locator('.lane').count(), 2);
      assert.equal(await whole(viewer), 'Whole run 5.0 ms');
      await viewer.press('6');
      await viewer.line('work').waitFor();
      assert.deepEqual((await viewer.lines()).sort(), ['main', 'parse', 'work']);
    });
    it('are looked at alone by choosing one', async () => {
      const viewer = await open(lanes);
      const picker = viewer.page.getByLabel('Thread');
      assert.deepEqual(await picker.locator('option').allTextContents(), ['all threads', 'main', 'main']);
      await picker.selectOption({ index: 2 });
      await viewer.trail.getByText('Whole run 3.0 ms').waitFor();
      await until('one lane', async () => await viewer.page.locator('.lane').count() === 1);
      await viewer.press('6');
      await until('its functions', async () => (await viewer.lines()).join() === 'work');
      await picker.selectOption({ index: 0 });
      await viewer.line('parse').waitFor();
    });
    it('keep their place in time when one is looked at alone', async () => {
      const viewer = await open(lanes);
      await viewer.flame.focus();
      await viewer.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
      await viewer.trail.getByText('Fit').waitFor();
      await viewer.page.getByLabel('Thread').selectOption({ index: 2 });
      await until('one lane', async () => await viewer.page.locator('.lane').count() === 1);
      await viewer.trail.getByText('Fit').waitFor();
    });
    it('are not offered where there is one', async () => {
      assert.ok(await (await open(kinds)).page.getByLabel('Thread').isHidden());
    });
    it('choose and walk each in its own lane', async () => {
      const viewer = await open(lanes);
      await viewer.page.locator('.flame').nth(1).focus();
      await viewer.press('ArrowDown', 'ArrowDown');
      await viewer.chosen.getByText('work').waitFor();
    });
    it('count a range over all of them', async () => {
      const viewer = await open(lanes);
      await viewer.page.getByRole('slider', { name: 'Beginning of the range' }).focus();
      await viewer.press(...Array.from({ length: 25 }, () => 'ArrowRight'));
      await viewer.trail.getByText('from 1.5 ms to 3.0 ms').waitFor();
      await until('the sum', async () => await whole(viewer) === 'Range 2.0 ms');
    });
  });

  describe('a table of many lines', () => {
    it('draws only those in sight, wherever it is scrolled to', async () => {
      const viewer = await open(many);
      await viewer.press('6');
      await viewer.line('f000').waitFor();
      await viewer.table.evaluate((table) => { table.scrollTop = table.scrollHeight / 2; });
      await until('lines of the middle', async () => (await viewer.lines()).includes('f310'));
      assert.ok((await viewer.lines()).length < 40);
      assert.equal(await viewer.table.getAttribute('aria-rowcount'), '602');
    });
    it('scrolls to the chosen function', async () => {
      const viewer = await open(many);
      await viewer.press('6');
      await viewer.choose(many, 'f444');
      await viewer.table.locator('.line.active', { hasText: 'f444' }).waitFor();
    });
    it('moves by pages and to both ends by key', async () => {
      const viewer = await open(many);
      await viewer.press('6');
      await viewer.line('f000').click();
      await viewer.table.focus();
      await viewer.press('PageDown');
      await until('another line', async () => !['', 'f000', 'f001'].includes(await viewer.chosen.textContent() ?? ''));
      await viewer.press('End');
      await viewer.chosen.getByText('main').waitFor();
      await viewer.press('Home');
      await viewer.chosen.getByText('f000').waitFor();
    });
    it('is sorted anew with all of its lines', async () => {
      const viewer = await open(many);
      await viewer.press('6');
      await viewer.page.getByRole('columnheader', { name: 'Total' }).getByRole('button').click();
      await until('main first', async () => (await viewer.lines())[0] === 'main');
    });
  });

  describe('units', () => {
    it('are chosen by hand as by key, and hold for every table', async () => {
      const viewer = await open(lanes);
      await viewer.page.getByLabel('Unit').selectOption('samples');
      for (const key of ['4', '5', '6']) {
        await viewer.press(key);
        await until(`samples in ${key}`, async () => (await viewer.cells('work'))[1] === '3');
      }
    });
  });
});
