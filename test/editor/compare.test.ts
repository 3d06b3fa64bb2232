import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { utimesSync } from 'node:fs';
import type { FlamelineApi } from '../../src/editor/extension.ts';
import { commands, panels } from '../../src/editor/ids.ts';
import { flameline, leaveNothing, profile, run, until, writeProgram } from './driver.ts';

/** A profile of two functions, `slow` on top in so many of 50 samples; written at this second of the clock. */
function writeProfile(name: string, slowSamples: number, line: number, seconds: number): vscode.Uri {
  const url = 'file:///app/rows.js';
  const node = (id: number, functionName: string, lineNumber: number, children: number[] = []) =>
    ({ id, callFrame: { functionName, scriptId: '1', url: id === 1 ? '' : url, lineNumber, columnNumber: 0 }, children });
  const samples = Array.from({ length: 50 }, (_, index) => (index < slowSamples ? 2 : 3));
  const nodes = [node(1, '(root)', -1, [2, 3]), node(2, 'slow', line), node(3, 'quick', line + 30)];
  const uri = writeProgram(name, JSON.stringify({ nodes, samples, timeDeltas: samples.map(() => 1_000), startTime: 0, endTime: 50_000 }));
  utimesSync(uri.fsPath, seconds, seconds);
  return uri;
}

const tabs = (): string[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs).flatMap(({ input, label }) => (input instanceof vscode.TabInputWebview && input.viewType.endsWith(panels.comparison) ? [label] : []));

describe('comparing', () => {
  let api: FlamelineApi;
  before(async () => { api = await flameline(); });
  afterEach(() => leaveNothing(api));

  const read = () => until('the comparison', () => {
    const state = api.comparisons.all.at(-1)?.state;
    return state?.kind === 'loading' ? undefined : state;
  });

  it('sets two chosen files against each other, the older one first, in a tab of its own', async () => {
    const newer = writeProfile('newer.cpuprofile', 10, 40, 2_000_000);
    const older = writeProfile('older.cpuprofile', 40, 3, 1_000_000);
    await run(commands.compareWith, newer, [newer, older]);
    const state = await read();
    assert.ok(state.kind === 'read');
    await until('the tab', () => tabs().includes('older.cpuprofile → newer.cpuprofile'));
    const [slow] = state.comparison.functions;
    assert.deepEqual([slow.name, slow.before?.self, slow.after?.self, slow.before?.line, slow.after?.line], ['slow', 40, 10, 4, 41]);
    assert.equal(api.state.current.opened, null, 'no heat of one of them in the code');
  });

  it('goes to the tab that is there already', async () => {
    const one = writeProfile('one.cpuprofile', 10, 3, 1_000_000);
    const two = writeProfile('two.cpuprofile', 20, 3, 2_000_000);
    await run(commands.compareWith, one, [one, two]);
    await run(commands.compareWith, two, [two, one]);
    assert.equal(api.comparisons.all.length, 1);
  });

  it('says which file could not be read, and where it breaks', async () => {
    const good = writeProfile('good.cpuprofile', 10, 3, 1_000_000);
    const bad = writeProgram('bad.cpuprofile', '{ "nodes": [');
    await run(commands.compareWith, good, [good, bad]);
    const state = await read();
    assert.ok(state.kind === 'failed');
    assert.match(state.message, /bad\.cpuprofile: .*byte 12/);
  });

  it('sets a recording against the run of the same file before it', async () => {
    const program = writeProgram('again.js', 'const end = Date.now() + 200; while (Date.now() < end);');
    await profile(program);
    const first = api.state.current.opened?.path;
    await profile(program);
    const second = api.state.current.opened?.path;
    const rows = (await api.recordings.getChildren()) ?? [];
    const items = await Promise.all(rows.map(async (row) => api.recordings.getTreeItem(row)));
    await run(commands.comparePrevious, rows[items.findIndex(({ id }) => id === second)]);
    const state = await read();
    assert.ok(state.kind === 'read');
    assert.deepEqual(api.comparisons.all.at(-1)?.runs.map(({ path }) => path), [first, second]);
    assert.ok(state.comparison.before.all > 0 && state.comparison.after.all > 0);
  });

  it('compares nothing that is no run', async () => {
    await run(commands.compareWith, 'x', ['x', 7]);
    assert.deepEqual(api.comparisons.all, []);
  });
});
