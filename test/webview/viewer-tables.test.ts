import assert from 'node:assert/strict';
import { until } from '../helpers/until.ts';
import { startViewers, themes } from './open-viewer.ts';
import type { ViewerOptions, Viewers } from './open-viewer.ts';
import { Viewer } from './viewer.ts';
import { drawnPage, drawStacks, recordedPage, rowNamed } from './viewer-profiles.ts';

const csv = 'load@file:///app/node_modules/csv/i.js:3 read@node:fs:9';
const drawn = drawnPage([drawStacks(['main parse row+32', 'main parse row+33', 'main parse row+33', `main ${csv}`, `main ${csv}`, 'main'])]);

describe('the viewer’s tables', () => {
  let viewers: Viewers;
  before(async () => { viewers = await startViewers(); });
  after(() => viewers.close());
  const open = async (embedded = drawn, options: ViewerOptions = {}): Promise<Viewer> => new Viewer(await viewers.open(embedded, options)).ready();

  it('go from the first caller down, opened and closed by arrow keys', async () => {
    const viewer = await open();
    await viewer.press('4');
    await viewer.line('load').waitFor();
    assert.deepEqual(await viewer.lines(), ['main', '  parse', '  load']);
    await viewer.table.focus();
    await viewer.press('Home', 'ArrowDown', 'ArrowRight');
    await viewer.line('row').waitFor();
    assert.deepEqual(await viewer.lines(), ['main', '  parse', '    row', '  load']);
    await viewer.press('ArrowRight', 'ArrowLeft', 'ArrowLeft');
    await viewer.line('row').waitFor({ state: 'detached' });
    await viewer.press('Enter');
    await until('a request', async () => (await viewer.heard('openFunction')).length > 0);
    assert.deepEqual(await viewer.heard('openFunction'), [{ revision: 7, func: rowNamed(drawn, 'parse'), line: 0, focus: false }]);
  });

  it('go from where time is spent up to the callers', async () => {
    const viewer = await open();
    await viewer.press('5');
    await viewer.line('row').waitFor();
    assert.deepEqual(await viewer.lines(), ['row', 'read', 'main']);
    await viewer.line('row').locator('.twisty').click();
    await viewer.line('parse').waitFor();
    assert.deepEqual(await viewer.cells('parse'), ['parse', '3.0 ms  50.0 %', '3.0 ms  50.0 %', '3', 'own code', 'src/rows.js:20']);
  });

  it('say levels, places and order to screen readers', async () => {
    const viewer = await open();
    await viewer.press('4');
    await viewer.line('load').waitFor();
    const said = await viewer.table.evaluate((table) => [table.getAttribute('aria-rowcount'), ...[...table.querySelectorAll('.body .line')].map((line) => ['aria-level', 'aria-expanded', 'aria-rowindex'].map((name) => line.getAttribute(name)).join(' '))]);
    assert.deepEqual(said, ['4', '1 true 2', '2 false 3', '2 false 4']);
    assert.equal(await viewer.page.locator('[aria-sort]').textContent(), 'Total');
  });

  it('sort by the title that is pressed, the other way by a second press', async () => {
    const viewer = await open();
    await viewer.press('6');
    const title = viewer.page.getByRole('columnheader', { name: 'Function' }).getByRole('button');
    await title.click();
    await until('the order', async () => (await viewer.lines()).join(' ') === 'load main parse read row');
    await title.press('Enter');
    await until('the other order', async () => (await viewer.lines()).join(' ') === 'row read parse main load');
  });

  it('get wider columns by key', async () => {
    const viewer = await open();
    await viewer.press('6');
    const head = viewer.page.getByRole('columnheader', { name: 'Self' });
    const before = await head.boundingBox();
    await head.getByRole('button').press('Shift+ArrowRight');
    await until('a wider column', async () => (await head.boundingBox())?.width === (before?.width ?? 0) + 16);
  });

  it('show the cost per package, the functions below', async () => {
    const viewer = await open();
    await viewer.press('6');
    await viewer.page.getByRole('checkbox', { name: 'Cost per package' }).check();
    await viewer.line('csv').waitFor();
    assert.deepEqual(await viewer.lines(), ['own code', 'Node', 'csv']);
    assert.deepEqual((await viewer.cells('csv')).slice(0, 4), ['csv', '0 ms  0 %', '2.0 ms  33.3 %', '0']);
    await viewer.line('csv').locator('.twisty').click();
    await viewer.line('load').waitFor();
  });

  it('switch between time, share and samples', async () => {
    const viewer = await open();
    await viewer.press('6', 'u');
    await until('shares', async () => (await viewer.cells('row'))[1] === '50.0 %');
    await viewer.press('u');
    await until('samples', async () => (await viewer.cells('row'))[1] === '3');
  });

  it('hold only the lines in sight, and reach the last by key', async () => {
    const viewer = await open(drawnPage([drawStacks(Array.from({ length: 100 }, (_, at) => `main f${at}`))]));
    await viewer.press('6');
    await viewer.line('f0').waitFor();
    assert.ok(await viewer.table.locator('.body .line').count() < 40);
    await viewer.table.focus();
    await viewer.press('End');
    await viewer.line('main').waitFor();
    assert.equal(await viewer.line('main').getAttribute('aria-rowindex'), '102');
  });

  it('show the lines of the chosen function with their text', async () => {
    const viewer = await open(drawn, { source: Array.from({ length: 34 }, (_, at) => `line ${at + 1}`) });
    await viewer.choose(drawn, 'row');
    await viewer.press('7');
    await viewer.line('33').waitFor();
    assert.deepEqual(await viewer.cells('33'), ['33', '2.0 ms  66.7 %', '2', 'line 33']);
    await viewer.line('33').dblclick();
    await until('a request', async () => (await viewer.heard('openFunction')).length > 0);
    assert.deepEqual((await viewer.heard('openFunction'))[0], { revision: 7, func: rowNamed(drawn, 'row'), line: 33, focus: false });
  });

  it('say of a garbage collection that it has no lines, and ask nobody for its source', async () => {
    const viewer = await open(drawnPage(['main  main\nparse  (garbage collector)']));
    await viewer.press('6');
    await viewer.line('(garbage collector)').click();
    await viewer.press('7');
    await viewer.page.getByText('Garbage collection is work of V8 itself and has no lines.').waitFor();
    assert.deepEqual(await viewer.heard('source'), []);
    assert.equal(await viewer.table.count(), 0);
  });

  it('show the numbers of the lines and the reason where there is no text', async () => {
    const viewer = await open();
    await viewer.choose(drawn, 'row');
    await viewer.press('7');
    await viewer.page.getByText('The file is gone.').waitFor();
    assert.deepEqual((await viewer.cells('32')).slice(0, 3), ['32', '1.0 ms  33.3 %', '1']);
  });

  describe('after changes of the stacks', () => {
    it('leave out what is hidden, name it, and bring it back by undo', async () => {
      const viewer = await open();
      await viewer.press('6');
      await viewer.line('parse').click();
      await viewer.press('h');
      await viewer.line('parse').waitFor({ state: 'detached' });
      await viewer.trail.getByText('without parse').waitFor();
      await viewer.press('Control+z');
      await viewer.line('parse').waitFor();
      await viewer.press('Control+y');
      await viewer.line('parse').waitFor({ state: 'detached' });
    });
    it('show only the stacks through a function', async () => {
      const viewer = await open();
      await viewer.press('6');
      await viewer.line('load').click();
      await viewer.press('f');
      await viewer.line('row').waitFor({ state: 'detached' });
      assert.deepEqual((await viewer.lines()).sort(), ['load', 'read']);
    });
    it('leave out a kind of code', async () => {
      const viewer = await open();
      await viewer.press('6');
      await viewer.page.getByRole('button', { name: 'Filter' }).click();
      await viewer.page.getByRole('menuitemcheckbox', { name: 'Show Node' }).click();
      await viewer.line('read').waitFor({ state: 'detached' });
      assert.deepEqual((await viewer.cells('load')).slice(1, 2), ['2.0 ms  33.3 %']);
    });
  });

  it('come back as they were after a reload', async () => {
    const viewer = await open();
    await viewer.press('6', 'u');
    await viewer.line('parse').click();
    await viewer.search('r');
    await until('what is kept', () => viewer.page.evaluate(() => (Reflect.get(window, 'state') as { current?: { ui: { query: string } } }).current?.ui.query === 'r'));
    await viewers.reload();
    await viewer.ready();
    await viewer.line('row').waitFor();
    assert.equal(await viewer.chosen.textContent(), 'parse');
    assert.equal(await viewer.page.getByRole('searchbox').inputValue(), 'r');
    assert.equal((await viewer.cells('row'))[1], '50.0 %');
  });

  describe('keep what was opened over a reload', () => {
    const kept = (viewer: Viewer, path: string, wanted: string): Promise<unknown> => until(path, () => viewer.page.evaluate(([table, value]) =>
      JSON.stringify((Reflect.get(window, 'state') as { current?: { ui: { opened: Record<string, unknown> } } }).current?.ui.opened[table]) === value, [path, wanted]));
    it('in the tree of callees', async () => {
      const viewer = await open();
      await viewer.press('4');
      await viewer.line('load').locator('.twisty').click();
      await viewer.line('read').waitFor();
      await viewer.line('load').locator('.twisty').waitFor();
      await until('the state', () => viewer.page.evaluate(() => (Reflect.get(window, 'state') as { current?: { ui: { opened: { 'top-down': unknown } } } }).current?.ui.opened['top-down'] instanceof Array));
      await viewers.reload();
      await viewer.ready();
      await viewer.line('read').waitFor();
      assert.deepEqual(await viewer.lines(), ['main', '  parse', '  load', '    read']);
    });
    it('in the tree of callers, whose lines are asked for anew', async () => {
      const viewer = await open();
      const row = rowNamed(drawn, 'row');
      await viewer.press('5');
      await viewer.line('row').locator('.twisty').click();
      await viewer.line('parse').locator('.twisty').click();
      await kept(viewer, 'bottom-up', JSON.stringify([`${row}`, `${row}>${rowNamed(drawn, 'parse')}`]));
      await viewers.reload();
      await viewer.ready();
      await until('both levels', async () => (await viewer.lines()).slice(0, 3).join() === 'row,  parse,    main');
    });
    it('in the list of packages', async () => {
      const viewer = await open();
      await viewer.press('6');
      await viewer.page.getByRole('checkbox', { name: 'Cost per package' }).check();
      await viewer.line('csv').locator('.twisty').click();
      await kept(viewer, 'functions', '["csv"]');
      await viewers.reload();
      await viewer.ready();
      await viewer.line('load').waitFor();
    });
  });

  for (const width of [300, 420, 700, 1200]) {
    it(`scroll nothing sideways but themselves at ${width} px`, async () => {
      const viewer = await open(recordedPage({ problems: ['A child process ran without the profiler.'] }), { width });
      for (const key of ['1', '3', '6']) {
        await viewer.press('p', key);
        assert.ok(await viewer.fitsSideways(), key);
      }
      assert.equal(await viewer.page.getByRole('combobox', { name: 'View' }).isVisible(), width <= 720);
      const view = await viewer.page.locator('.view').boundingBox();
      assert.ok((view?.height ?? 0) > 200, `${view?.height} px are left for the view`);
    });
  }

  describe('on a page of 360 by 600', () => {
    const small = { width: 360, height: 600 };
    const noted = recordedPage({ problems: ['A child process ran without the profiler.'] });
    it('leave half of the height to the view', async () => {
      const viewer = await open(noted, small);
      await viewer.press('p');
      await viewer.chosen.waitFor();
      const { height = 0 } = await viewer.page.locator('.view').boundingBox() ?? {};
      assert.ok(height >= 300, `${height} px`);
    });
    it('show self and total side by side', async () => {
      const viewer = await open(drawn, small);
      await viewer.press('6');
      await viewer.line('parse').waitFor();
      assert.deepEqual(await viewer.cells('parse'), ['parse', '0 ms', '3.0 ms']);
      await viewer.press('u');
      await until('shares', async () => (await viewer.cells('parse')).join(' ') === 'parse 0 % 50.0 %');
    });
    it('have unit and colour in the menu of filters', async () => {
      const viewer = await open(drawn, small);
      await viewer.press('6');
      await viewer.page.getByRole('button', { name: 'Filter' }).click();
      assert.equal(await viewer.page.getByRole('menuitemcheckbox', { name: 'Unit: time' }).getAttribute('aria-checked'), 'true');
      await viewer.page.getByRole('menuitemcheckbox', { name: 'Unit: share' }).click();
      await until('shares', async () => (await viewer.cells('row'))[1] === '50.0 %');
    });
  });

  for (const theme of themes) {
    it(`can be read in ${theme}, and follow the editor when it changes`, async () => {
      const viewer = await open(drawn, { theme });
      const pixel = (): Promise<string> => viewer.page.locator('.flame canvas').first().evaluate((canvas) => {
        const context = (canvas as HTMLCanvasElement).getContext('2d');
        return [...(context?.getImageData((canvas as HTMLCanvasElement).width - 3, (canvas as HTMLCanvasElement).height - 3, 1, 1).data ?? [])].join(' ');
      });
      const background = await viewer.page.evaluate(() => getComputedStyle(document.body).backgroundColor.replace(/[^\d ]/g, ''));
      await until('the picture', async () => (await pixel()) === `${background} 255`);
      await viewer.page.evaluate(() => {
        document.documentElement.style.setProperty('--vscode-editor-background', '#102030');
        document.body.classList.toggle('vscode-other');
      });
      await until('the new colours', async () => (await pixel()) === '16 32 48 255');
    });
  }
});
