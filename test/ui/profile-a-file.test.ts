import assert from 'node:assert/strict';
import { readLines } from '../host/read-lines.ts';
import type { LineLook } from '../host/read-lines.ts';
import { until } from '../helpers/until.ts';
import { openExamples } from './open-examples.ts';
import type { OpenedExamples } from './open-examples.ts';

const hotLine = 'seen.includes(part)';
const timeAndShare = /^(\d+(\.\d+)? (ms|s)|\d+ m \d\d s) · (\d+\.\d|< 0\.1) %$/;

describe('profiling a file', function () {
  this.timeout(180_000);
  let examples: OpenedExamples;
  before(async () => (examples = await openExamples()));
  after(() => examples.close());

  const find = (lines: readonly LineLook[], text: string) => lines.find((line) => line.text.includes(text)) ?? assert.fail(`no line with ${text}`);
  const heat = () => until('heat in the code', async () => {
    const lines = await readLines(examples.workbench.page);
    return lines.some(({ text, after }) => text.includes(hotLine) && after !== '') && lines;
  });

  it('begins with a click on the flame, asks nothing, and shows that it runs in the status bar', async () => {
    const { workbench } = examples;
    await workbench.openFile('report/src/report.ts');
    await workbench.titleButton('Profile This File').click();
    await workbench.statusItem(/Profiling \d+ s/).waitFor({ timeout: 60_000 });
    assert.equal(await workbench.dialogs.count(), 0);
    assert.equal(await workbench.toasts.count(), 0);
  });

  it('ends with the hottest function in the status bar, without a message', async () => {
    const { workbench } = examples;
    await workbench.statusItem(/\d+ % parseRow/).waitFor({ timeout: 120_000 });
    assert.equal(await workbench.toasts.count(), 0);
  });

  it('paints heat, time and share on the hot line of another file that ran, and moves no line', async () => {
    const { workbench } = examples;
    await workbench.openFile('report/src/rows.ts');
    const lines = await heat();
    const hot = find(lines, hotLine);
    assert.match(hot.after, timeAndShare);
    assert.notEqual(hot.background, '');
    assert.equal(hot.glyph, true);
    const height = lines[1].top - lines[0].top;
    assert.deepEqual(lines.map(({ top }) => top / height), lines.map((_, index) => index));
    assert.equal(find(lines, 'cells.push(part)').glyph, false);
  });

  it('reports the hot functions as problems, none on a line that has our text', async () => {
    const { workbench } = examples;
    const look = find(await readLines(workbench.page), 'function parseRow');
    assert.equal(look.after, '');
    await workbench.page.keyboard.press('Control+Shift+M');
    await workbench.problems.filter({ hasText: /`?parseRow`? is hot: .* self \(\d+ %\)/ }).first().waitFor({ timeout: 30_000 });
    const hot = await workbench.problems.filter({ hasText: ' is hot: ' }).count();
    assert.ok(hot >= 1 && hot <= 3, `${hot} hot functions`);
    await workbench.page.keyboard.press('Control+J');
  });

  it('explains the function in its hover: times, share, how sure, who calls it', async () => {
    const hover = await examples.workbench.hoverOver('parseRow', /parseRow.*hot/);
    const text = await hover.innerText();
    assert.match(text, /self · .* total · \d+\.\d % of the CPU time, ± \d+\.\d points/);
    assert.match(text, /Line 17 takes \d+ % of it/);
    assert.match(text, /Called by parseExport/);
    assert.match(text, /Run "node src\/report\.ts"/);
    await examples.workbench.page.keyboard.press('Escape');
  });

  it('lists hotspots by self time, and a click leads to the line', async () => {
    const { workbench } = examples;
    await workbench.openContainer('Flameline');
    const first = workbench.treeRows('Hotspots').first();
    await first.waitFor({ timeout: 30_000 });
    assert.match(await first.innerText(), /^parseRow/);
    await workbench.treeRows('Hotspots').filter({ hasText: 'compareCustomers' }).first().click();
    await workbench.page.locator('.tabs-container .tab.active', { hasText: 'groups.ts' }).waitFor({ timeout: 30_000 });
  });

  it('greys the marks of a function that is edited and shifts those of the others', async () => {
    const { workbench } = examples;
    await workbench.openFile('report/src/rows.ts');
    const before = await heat();
    await workbench.page.keyboard.press('Control+Home');
    await workbench.page.keyboard.press('Enter');
    const shifted = await until('shifted heat', async () => {
      const lines = await readLines(workbench.page);
      return find(lines, hotLine).line === find(before, hotLine).line + 1 && lines;
    });
    assert.equal(find(shifted, hotLine).after, find(before, hotLine).after);
    await workbench.editor.locator('.view-line', { hasText: 'return cells' }).first().click();
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.type(' // edited');
    await until('the hot line to lose its heat', async () => find(await readLines(workbench.page), hotLine).background !== find(before, hotLine).background);
    const hover = await workbench.hoverOver('parseRow', /parseRow/);
    assert.match(await hover.innerText(), /stale|older|edited/i);
    await workbench.page.keyboard.press('Escape');
    await workbench.command('File: Revert File');
  });

  it('clears every mark, list and problem on demand, and brings them back from the recording', async () => {
    const { workbench } = examples;
    await heat();
    await workbench.command('Flameline: Clear Results');
    await until('no mark', async () => (await readLines(workbench.page)).every(({ after, glyph }) => after === '' && !glyph));
    await workbench.statusItem(/% parseRow/).waitFor({ state: 'detached', timeout: 10_000 });
    await until('an empty list', async () => (await workbench.treeRows('Hotspots').count()) === 0);
    await workbench.treeRows('Recordings').filter({ hasText: 'report.ts' }).first().click();
    assert.match(find(await heat(), hotLine).after, timeAndShare);
  });

  it('leaves nothing thrown in the page', () => assert.deepEqual(examples.workbench.errors, []));
});
