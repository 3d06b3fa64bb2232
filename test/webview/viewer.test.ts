import assert from 'node:assert/strict';
import type { EmbeddedProfile } from '../../src/protocol/embedded-profile.ts';
import { until } from '../helpers/until.ts';
import { askedOfWorker, startViewers } from './open-viewer.ts';
import type { ViewerOptions, Viewers } from './open-viewer.ts';
import { Viewer } from './viewer.ts';
import { drawnPage, drawStacks, quietFacts, recordedPage, rowNamed } from './viewer-profiles.ts';

const hostileName = '</script><img/src=x/onerror="document.title=\'broken\'">';

/** 10 ms, one a column. */
const csv = 'load@file:///app/node_modules/csv/i.js:3 read@node:fs:9';
const drawn = drawnPage([drawStacks([
  'main parse row+32', 'main parse row+33', 'main parse row+33', 'main parse', `main ${csv}`, `main ${csv}`, 'main draw row+32', 'main draw', 'main', '(idle)',
])]);

describe('the viewer', () => {
  let viewers: Viewers;
  before(async () => { viewers = await startViewers(); });
  after(() => viewers.close());
  const open = async (embedded: EmbeddedProfile, options: ViewerOptions = {}): Promise<Viewer> => new Viewer(await viewers.open(embedded, options)).ready();

  it('says what it is, the finding, and what to know before believing it', async () => {
    const { page } = await open(recordedPage({ problems: ['A child process ran without the profiler.'], stale: 'rows.mjs was edited after the run.', partial: 'Stopped after 2 s.' }));
    assert.equal(await page.locator('h1').textContent(), 'import.ts');
    assert.match(await page.locator('.headline').textContent() ?? '', /takes 81 % of the CPU time/);
    assert.deepEqual(await page.locator('.notes li').allTextContents(), ['Stale rows.mjs was edited after the run.', 'Partial Stopped after 2 s.', 'A child process ran without the profiler.']);
  });

  it('leads to the line of the finding', async () => {
    const embedded = recordedPage();
    const func = rowNamed(embedded, 'parseRow');
    const viewer = await open(recordedPage({ headlineFunction: func }));
    await viewer.page.getByRole('button', { name: 'Go to line' }).click();
    await viewer.chosen.getByText('parseRow').waitFor();
    assert.deepEqual(await viewer.heard('openFunction'), [{ revision: 7, func, line: 0, focus: false }]);
  });

  it('A1 sets names as text, never as HTML', async () => {
    const viewer = await open(drawnPage([`main\n${hostileName}`]));
    for (const key of ['1', '2', '4', '5', '6']) await viewer.press(key);
    await viewer.line(hostileName).waitFor();
    assert.equal(await viewer.page.locator('img').count(), 0);
    assert.equal(await viewer.page.title(), 'page');
  });

  describe('one choice', () => {
    it('is the same in every view', async () => {
      const viewer = await open(drawn);
      await viewer.press('6');
      await viewer.line('parse').click();
      for (const key of ['4', '5', '6']) {
        await viewer.press(key);
        await viewer.table.locator('.line.active', { hasText: 'parse' }).waitFor();
      }
      assert.match(await viewer.detail.textContent() ?? '', /parse.*self 1\.0 ms \(11\.1 %\)total 4\.0 ms \(44\.4 %\)samples 1.*Called by.*main 4\.0 ms.*Calls.*row 3\.0 ms/);
    });
    it('follows the editor’s cursor', async () => {
      const viewer = await open(drawn);
      await viewer.choose(drawn, 'draw');
      await viewer.hostSays('select', { revision: 6, func: rowNamed(drawn, 'row'), line: 0 });
      await viewer.press('6');
      await viewer.line('draw').waitFor();
      assert.equal(await viewer.chosen.textContent(), 'draw');
    });
    it('goes on to a caller by its link', async () => {
      const viewer = await open(drawn);
      await viewer.choose(drawn, 'row');
      await viewer.detail.getByRole('button', { name: 'parse' }).click();
      await viewer.chosen.getByText('parse').waitFor();
    });
    it('leads to the source with g, and the editor takes the focus', async () => {
      const viewer = await open(drawn);
      await viewer.choose(drawn, 'row');
      await viewer.press('g');
      await until('a request', async () => (await viewer.heard('openFunction')).length > 0);
      assert.deepEqual(await viewer.heard('openFunction'), [{ revision: 7, func: rowNamed(drawn, 'row'), line: 0, focus: true }]);
    });
    it('is read aloud in one line', async () => {
      const viewer = await open(drawn);
      await viewer.choose(drawn, 'row');
      await viewer.readout.getByText('row, 4.0 ms total, 44.4 %, 4.0 ms self in all calls, own code, src/rows.js:30').waitFor();
    });
  });

  describe('the flame', () => {
    it('is walked with the arrow keys, zoomed with Enter and left with Backspace', async () => {
      const viewer = await open(drawn);
      await viewer.press('2');
      await viewer.flame.focus();
      await viewer.press('ArrowDown', 'ArrowDown', 'ArrowDown');
      await viewer.chosen.getByText('parse').waitFor();
      await viewer.press('Enter');
      await viewer.trail.getByText('parse').waitFor();
      await viewer.press('ArrowDown');
      await viewer.chosen.getByText('row').waitFor();
      await viewer.press('ArrowUp', 'ArrowRight');
      await viewer.chosen.getByText('load').waitFor();
      await viewer.press('Backspace');
      await viewer.trail.getByText('Fit').waitFor({ state: 'hidden' });
      await viewer.press('Alt+ArrowRight');
      await viewer.trail.getByText('parse').waitFor();
      await viewer.press('Alt+ArrowLeft');
      await viewer.trail.getByText('Fit').waitFor({ state: 'hidden' });
    });
    it('leads to the code where it is clicked, says what is under the pointer and zooms by wheel', async () => {
      const viewer = await open({ ...drawn, view: { kind: 'profile', revision: 7, facts: { ...quietFacts, run: 'Run "node import.ts", 2 min ago' }, selected: -1, changed: false } });
      await viewer.press('2');
      await viewer.page.getByRole('tab', { name: 'Left-heavy', selected: true }).waitFor();
      await viewer.flame.waitFor();
      const box = await viewer.flame.boundingBox() ?? assert.fail();
      // Row 2 is below root and main; its left part is parse.
      const tooltip = viewer.page.getByRole('tooltip');
      // The picture comes a moment after the key; a pointer that rested before says nothing until it moves.
      await until('the tooltip', async () => {
        await viewer.page.mouse.move(box.x + 59, box.y + 2.5 * 18);
        await viewer.page.mouse.move(box.x + 60, box.y + 2.5 * 18);
        return tooltip.getByText('parse — hot').isVisible();
      });
      assert.match(await tooltip.textContent() ?? '', /1\.0 ms self · 4\.0 ms total · 11\.1 % of the CPU time, ± [\d.]+ points \(1 sample\)Line 20 takes 100 % of itCalled by main 4\.0 msCalls row 3\.0 msNo source map: this is the generated file\.The run: own code 78 % · Node 22 %Run "node import\.ts", 2 min agoown code · src\/rows\.js:20/);
      await viewer.page.mouse.down();
      await viewer.page.mouse.up();
      await viewer.chosen.getByText('parse').waitFor();
      assert.equal((await viewer.heard('openFunction')).length, 1);
      await viewer.page.mouse.wheel(0, -300);
      await viewer.trail.getByText('Fit').waitFor();
      await viewer.press('0');
      await viewer.trail.getByText('Fit').waitFor({ state: 'hidden' });
    });
    it('follows the heaviest path with p', async () => {
      const viewer = await open(drawn);
      await viewer.press('p');
      await viewer.chosen.getByText('row').waitFor();
    });
  });

  describe('the first picture', () => {
    it('is asked for before the sums, and not again when they come', async () => {
      const viewer = await open(drawn);
      assert.deepEqual((await askedOfWorker(viewer.page)).slice(0, 3), ['open', 'chart', 'setScope']);
      assert.equal(await viewer.asked('chart'), 1);
    });
    it('waits for the scope that was kept', async () => {
      const viewer = await open(drawn);
      await viewer.press('r');
      await viewer.page.locator('.trail', { hasText: 'recursion folded' }).waitFor();
      await until('the page keeps its state', () => viewer.page.evaluate(() => (Reflect.get(window, 'state') as { current: unknown }).current !== undefined));
      await viewers.reload();
      await viewer.page.locator('.trail', { hasText: 'recursion folded' }).waitFor();
      await until('the chart is asked for', async () => (await viewer.asked('chart')) === 1);
      const words = await askedOfWorker(viewer.page);
      assert.ok(words.indexOf('setScope') < words.indexOf('chart'));
    });
  });

  describe('a range of time', () => {
    const total = async (viewer: Viewer): Promise<string> => await viewer.trail.locator('.crumb').first().textContent() ?? '';
    it('chosen on the minimap adds everything up anew, and Escape takes it back', async () => {
      const viewer = await open(drawn);
      await viewer.press('6');
      await viewer.line('row').waitFor();
      const box = await viewer.page.locator('.strip').boundingBox() ?? assert.fail();
      await viewer.page.mouse.move(box.x + box.width * 0.4 + 1, box.y + 10);
      await viewer.page.mouse.down();
      await viewer.page.mouse.move(box.x + box.width * 0.6 - 1, box.y + 10, { steps: 4 });
      await viewer.page.mouse.up();
      await viewer.line('row').waitFor({ state: 'detached' });
      assert.deepEqual((await viewer.lines()).sort(), ['load', 'main', 'read']);
      assert.match(await total(viewer), /^Range 2\.0 ms|^Range 1\.9 ms/);
      await viewer.press('Escape');
      await viewer.line('row').waitFor();
    });
    it('is chosen by keys as well', async () => {
      const viewer = await open(drawn);
      const end = viewer.page.getByRole('slider', { name: 'End of the range' });
      await end.focus();
      await viewer.press('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
      await viewer.trail.getByText('from 0 ms to 9.0 ms').waitFor();
      await viewer.trail.getByRole('button', { name: 'from 0 ms to 9.0 ms ×' }).click();
      await viewer.trail.getByText('Whole run').waitFor();
    });
    it('is chosen on the chart with Shift held', async () => {
      const viewer = await open(drawn);
      const box = await viewer.flame.boundingBox() ?? assert.fail();
      await viewer.page.keyboard.down('Shift');
      await viewer.page.mouse.move(box.x + box.width * 0.1, box.y + 60);
      await viewer.page.mouse.down();
      await viewer.page.mouse.move(box.x + box.width * 0.3, box.y + 60, { steps: 4 });
      await viewer.page.mouse.up();
      await viewer.page.keyboard.up('Shift');
      await viewer.trail.getByText('from 1.0 ms to 3.0 ms').waitFor();
    });
  });

  describe('a narrowed view', () => {
    const rangeOf = async (viewer: Viewer, from: number, to: number): Promise<void> => {
      const box = await viewer.page.locator('.strip').boundingBox() ?? assert.fail();
      await viewer.page.mouse.move(box.x + box.width * from, box.y + 10);
      await viewer.page.mouse.down();
      await viewer.page.mouse.move(box.x + box.width * to, box.y + 10, { steps: 4 });
      await viewer.page.mouse.up();
    };
    it('veils in the chart what lies outside the range', async () => {
      const viewer = await open(drawn);
      await rangeOf(viewer, 0.4, 0.6);
      const veiled = (side: string) => viewer.page.locator(`.outside.${side}`).evaluate((veil) => Math.round((veil.getBoundingClientRect().width / (veil.parentElement?.clientWidth ?? 1)) * 100));
      await until('both veils', async () => (await veiled('before')) === 40 && (await veiled('after')) === 40);
      await viewer.press('Escape');
      await viewer.page.locator('.outside.before').waitFor({ state: 'hidden' });
    });
    it('says of a function that is not in it that it is not, instead of zeros', async () => {
      const viewer = await open(drawn);
      await viewer.choose(drawn, 'draw');
      await rangeOf(viewer, 0.01, 0.3);
      await viewer.detail.getByText('None of it is in the chosen range.').waitFor();
      await viewer.press('Escape', 'h');
      await viewer.detail.getByText('None of it is in the chosen stacks.').waitFor();
      await viewer.press('Control+z');
      await viewer.detail.getByText('self').waitFor();
    });
    it('names the callers there are, not those without time in the range', async () => {
      const viewer = await open(drawn);
      await viewer.choose(drawn, 'row');
      await rangeOf(viewer, 0.01, 0.3);
      await until('one caller', async () => (await viewer.detail.locator('.edge').allTextContents()).join() === 'parse 2.9 ms');
    });
    it('says when nothing is left', async () => {
      const viewer = await open(drawn);
      await viewer.choose(drawn, 'draw');
      await rangeOf(viewer, 0.01, 0.3);
      await viewer.press('f');
      await viewer.page.getByText('Nothing is left to show').waitFor();
      await viewer.press('Control+z');
      await viewer.page.getByText('Nothing is left to show').waitFor({ state: 'hidden' });
    });
    it('takes a shaking hand on the minimap for a click, not for a range', async () => {
      const viewer = await open(drawn);
      await rangeOf(viewer, 0.5, 0.502);
      await rangeOf(viewer, 0.1, 0.3);
      await viewer.trail.getByText('from 1.0 ms to 3.0 ms').waitFor();
      await rangeOf(viewer, 0.5, 0.502);
      await viewer.press('6');
      await viewer.line('parse').waitFor();
      assert.match(await viewer.trail.textContent() ?? '', /from 1\.0 ms to 3\.0 ms/);
    });
    it('stays at the time one looks at when a function is hidden', async () => {
      const viewer = await open(drawn);
      await viewer.flame.focus();
      await viewer.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
      await viewer.trail.getByText('parse').waitFor();
      await viewer.press('h');
      await viewer.trail.getByText('without parse').waitFor();
      await viewer.trail.getByText('Fit').waitFor();
    });
  });

  describe('a deep picture', () => {
    const stack = Array.from({ length: 60 }, (_, at) => `f${at}`).join(' ');
    const deep = drawnPage([drawStacks([stack, stack, 'f0 f1'])]);
    it('says what stands above the rows in sight, and leads back to the first', async () => {
      const viewer = await open(deep);
      const above = viewer.page.locator('.callers-above');
      await viewer.press('p');
      await above.getByText(/\d+ more rows: \(root\) › f0 › … › f\d+ › f\d+ › f\d+/).waitFor();
      await above.click();
      await above.waitFor({ state: 'hidden' });
    });
    it('scrolls by page keys and by the bar at its edge', async () => {
      const viewer = await open(deep);
      await viewer.flame.focus();
      await viewer.press('PageDown');
      await viewer.page.locator('.callers-above').waitFor();
      await viewer.press('Home');
      await viewer.page.locator('.callers-above').waitFor({ state: 'hidden' });
      const bar = await viewer.page.locator('.depth-bar').boundingBox() ?? assert.fail();
      await viewer.page.mouse.move(bar.x + 5, bar.y + bar.height - 2);
      await viewer.page.mouse.down();
      await viewer.page.mouse.up();
      await viewer.page.locator('.callers-above', { hasText: /^▴ 3\d more rows/ }).waitFor();
    });
    it('hangs its marks at the foot when flames burn upward', async () => {
      const viewer = await open(deep);
      await viewer.press('i', 'p');
      await viewer.page.locator('.upward .callers-above', { hasText: /^▾ \d+ more rows/ }).waitFor();
    });
  });

  describe('search', () => {
    it('counts as one types, says the share, and goes from match to match', async () => {
      const viewer = await open(drawn);
      await viewer.search('/row|read/');
      await viewer.searchResult.getByText('2 · 66.7 %').waitFor();
      await viewer.press('Enter');
      await viewer.searchResult.getByText('1 of 2').waitFor();
      assert.equal(await viewer.chosen.textContent(), 'row');
      await viewer.press('Enter');
      await viewer.chosen.getByText('read').waitFor();
      await viewer.press('Shift+Enter');
      await viewer.searchResult.getByText('1 of 2').waitFor();
      await viewer.press('Escape');
      await viewer.searchResult.getByText('1 of 2').waitFor({ state: 'hidden' });
    });
    it('finds files and packages, and says when it can’t be read', async () => {
      const viewer = await open(drawn);
      await viewer.search('package:csv');
      await viewer.searchResult.getByText('1 · 22.2 %').waitFor();
      await viewer.press('Control+a');
      await viewer.page.keyboard.type('/(/');
      await viewer.searchResult.getByText('Not a regular expression').waitFor();
    });
    it('leaves only what it found in the list of functions', async () => {
      const viewer = await open(drawn);
      await viewer.press('6');
      await viewer.search('file:rows');
      await viewer.line('read').waitFor({ state: 'detached' });
      assert.deepEqual(await viewer.lines(), ['row', 'main', 'parse', 'draw']);
    });
  });
});
