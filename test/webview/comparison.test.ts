import assert from 'node:assert/strict';
import { joinRuns } from '../../src/core/compare/join-runs.ts';
import type { EmbeddedProfile } from '../../src/protocol/embedded-profile.ts';
import { until } from '../helpers/until.ts';
import { drawFlame } from '../unit/core/layout/flame-fixture.ts';
import { faultsOf } from './faults-of.ts';
import { startViewers, themes } from './open-viewer.ts';
import type { ViewerOptions, Viewers } from './open-viewer.ts';
import { Viewer } from './viewer.ts';
import { pageOf, rowNamed } from './viewer-profiles.ts';

/** A program and its fixed version, whose lines moved by 30: `parse` takes less, `split` is gone, `trim` is new. */
function fixedPage(): EmbeddedProfile {
  const at = (shift: number, drawing: readonly (readonly string[])[]): string => {
    const line = { main: 10, parse: 20, split: 30, print: 40, trim: 50 };
    const cell = (name: string): string => (name in line ? `${name}@file:///app/src/rows.js:${String(Number(Reflect.get(line, name)) + shift)}` : name).padEnd(40);
    return drawing.map((row) => row.map(cell).join('')).join('\n');
  };
  const before = at(0, [['main', 'main', 'main', 'main', 'main', '(idle)'], ['parse', 'parse', 'parse', 'parse', 'print'], ['', '', 'split', 'split']]);
  const after = at(30, [['main', 'main', 'main', '(idle)'], ['parse', 'print', 'print'], ['', 'trim']]);
  const joined = joinRuns(drawFlame([before], { intervalUs: 100_000 }), drawFlame([after], { intervalUs: 100_000 }));
  assert.ok(joined.ok);
  const { data, beforeLanes, beforeFile, beforeLine } = joined.value;
  const page = pageOf(data, { title: 'before → after', subtitle: '0.5 s → 0.3 s CPU', headline: '`split` is gone with its 0.2 s.', headlineFunction: -1 });
  const placesBefore = Array.from(beforeFile, (file, row) => (file > 0 ? `src/rows.js:${beforeLine[row]}` : ''));
  return { ...page, columns: { ...page.columns, compared: { beforeLanes, placesBefore } } };
}

describe('the page of two runs', () => {
  let viewers: Viewers;
  const embedded = fixedPage();
  before(async () => { viewers = await startViewers(); });
  after(() => viewers.close());

  async function open(options: ViewerOptions = {}): Promise<Viewer> {
    const viewer = new Viewer(await viewers.open(embedded, options));
    await viewer.trail.getByText('Both runs 500 ms → 300 ms (−200 ms)').waitFor();
    return viewer;
  }
  const readout = (viewer: Viewer, text: string): Promise<void> => viewer.readout.getByText(text).waitFor({ state: 'attached' });

  it('names both runs, says what changed, and has views of its own', async () => {
    const viewer = await open();
    assert.equal(await viewer.page.locator('h1').textContent(), 'before → after');
    assert.deepEqual(await viewer.page.getByRole('tab').allTextContents(), ['Differential', 'Changes', 'Vanished']);
    assert.deepEqual(await viewer.page.getByRole('tab', { selected: true }).allTextContents(), ['Differential']);
    await viewer.page.getByText('− takes less than before').waitFor();
  });

  it('reads a frame with its change, and the foot says both numbers', async () => {
    const viewer = await open();
    await viewer.flame.focus();
    await viewer.press('ArrowDown', 'ArrowDown', 'ArrowDown');
    await readout(viewer, 'print, slower, +100 ms in this call, before 100 ms, after 200 ms, own code, src/rows.js:70');
    assert.match(await viewer.detail.textContent() ?? '', /self 100 ms → 100 ms \(0 ms\)total 100 ms → 200 ms \(\+100 ms\)/);
  });

  it('is as wide as the earlier run when asked to, and then shows what is gone', async () => {
    const viewer = await open();
    await viewer.page.getByLabel('Widths').selectOption('before');
    await viewer.settled();
    await viewer.flame.focus();
    await viewer.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    await readout(viewer, 'split, gone, −200 ms in this call, before 200 ms, after 0 ms, own code, src/rows.js:30');
  });

  it('compares shares of each run when asked to', async () => {
    const viewer = await open();
    await viewer.page.getByLabel('What is compared').selectOption('share');
    await viewer.trail.getByText('Both runs 100 % → 100 %').waitFor();
    await viewer.press('2');
    await viewer.line('split').waitFor();
    assert.deepEqual((await viewer.cells('split')).slice(0, 4), ['split', '−40.0 points', '40.0 %', 'gone']);
  });

  it('lists the changes, the largest first, whatever their sign', async () => {
    const viewer = await open();
    await viewer.press('2');
    await until('the lines', async () => (await viewer.lines()).join() === 'split,parse,trim,main,print');
    assert.deepEqual(await viewer.cells('parse'), ['parse', '−100 ms', '200 ms', '100 ms', '−300 ms', 'own code', 'src/rows.js:50']);
    assert.deepEqual((await viewer.cells('trim')).slice(0, 4), ['trim', '+100 ms', 'new', '100 ms']);
    await viewer.page.getByRole('button', { name: 'Total change' }).click();
    await until('the other order', async () => (await viewer.lines())[0] === 'parse');
  });

  it('narrows the changes to what a search finds, and chooses the same function in the picture', async () => {
    const viewer = await open();
    await viewer.press('2');
    await viewer.search('print');
    await viewer.line('print').click();
    await until('one line', async () => (await viewer.lines()).join() === 'print');
    await viewer.page.keyboard.press('Escape');
    await viewer.tab('Differential').click();
    assert.equal(await viewer.chosen.textContent(), 'print');
  });

  it('lists the stacks that vanished with their callers and their old place', async () => {
    const viewer = await open();
    await viewer.press('3');
    await viewer.page.getByText('Before, these stacks took 200 ms').waitFor();
    await viewer.line('split').waitFor();
    assert.deepEqual(await viewer.cells('split'), ['split', '200 ms', 'parse ‹ main', 'src/rows.js:30']);
  });

  it('opens the later place of a function', async () => {
    const viewer = await open();
    await viewer.press('2');
    await viewer.line('parse').dblclick();
    const [opened] = await viewer.heard('openFunction');
    assert.deepEqual(opened, { revision: 7, func: rowNamed(embedded, 'parse'), line: 0, focus: false });
  });

  it('saves the report that the command line writes, or a picture', async () => {
    const viewer = await open();
    const save = viewer.page.getByRole('button', { name: 'Save' });
    await save.click();
    assert.deepEqual(await viewer.page.getByRole('menuitem').locator('.title').allTextContents(), ['Report (Markdown)', 'Report (JSON)', 'Picture (PNG) of the open view']);
    await viewer.page.getByRole('menuitem', { name: 'Report (Markdown)' }).click();
    await save.click();
    await viewer.page.getByRole('menuitem', { name: 'Report (JSON)' }).click();
    await until('both requests', async () => JSON.stringify(await viewer.heard('exportReport')) === '[{"format":"markdown"},{"format":"json"}]');
  });

  it('keeps its keys in the help, and leaves out those of one run', async () => {
    const viewer = await open();
    await viewer.press('?');
    const help = await viewer.page.getByRole('dialog').textContent() ?? '';
    assert.match(help, /1Differential2Changes3Vanished/);
    assert.doesNotMatch(help, /Bottom-up/);
  });

  for (const theme of themes) {
    it(`is accessible in ${theme}, with its menus and its help`, async () => {
      const viewer = await open({ theme });
      const menu = viewer.page.getByRole('menu');
      await viewer.flame.click({ button: 'right', position: { x: 100, y: 27 } });
      await menu.getByRole('menuitem').first().waitFor();
      assert.deepEqual(await faultsOf(viewer.page), [], 'menu of a frame');
      await viewer.press('Escape', '2');
      await viewer.line('split').click({ button: 'right' });
      await menu.getByRole('menuitem').first().waitFor();
      assert.deepEqual(await faultsOf(viewer.page), [], 'menu of a line');
      await viewer.press('Escape', '?');
      await viewer.page.getByRole('dialog').waitFor();
      assert.deepEqual(await faultsOf(viewer.page), [], 'help');
    });
    it(`fits a narrow panel and is accessible in ${theme}`, async () => {
      const viewer = await open({ theme, width: 360 });
      for (const tab of ['differential', 'changes', 'vanished']) {
        await viewer.page.getByLabel('View', { exact: true }).selectOption(tab);
        assert.ok(await viewer.fitsSideways(), tab);
        assert.deepEqual(await faultsOf(viewer.page), [], tab);
      }
    });
  }
});
