import assert from 'node:assert/strict';
import { orderRuns, runOfRecording } from '../../../src/editor/comparison/compared-run.ts';
import { RememberedComparisons } from '../../../src/editor/comparison/remembered-comparisons.ts';
import type { Memory, RunPair } from '../../../src/editor/comparison/remembered-comparisons.ts';
import { rowsRecording } from './analysis-fixture.ts';
import { reportName } from '../../../src/editor/comparison/report-name.ts';

/** A window's memory of one thing. */
function memoryOf(stored: unknown): Memory & { current: unknown } {
  const memory = { current: stored, get: () => memory.current, update: async (_: string, value: unknown) => { memory.current = value; } };
  return memory;
}

const run = (label: string, path = `/runs/${label}`) => ({ path, label, time: 1 });
const pair = (before: string, after: string): RunPair => [run(before), run(after)];
const titleOf = (runs: RunPair): string => runs.map(({ label }) => label).join(' → ');

describe('comparisons that were open when the window was left', () => {
  it('are given back to the tab with their title, once', () => {
    const memory = memoryOf(undefined);
    new RememberedComparisons(memory).keep([pair('a', 'b'), pair('c', 'd')]);
    const next = new RememberedComparisons(memory);
    assert.deepEqual(next.take('c → d', titleOf), pair('c', 'd'));
    assert.equal(next.take('c → d', titleOf), null);
  });
  it('of one title are given one by one', () => {
    const [one, other]: RunPair[] = [pair('a', 'b'), [run('a', '/other/a'), run('b', '/other/b')]];
    const next = new RememberedComparisons(memoryOf([one, other]));
    assert.deepEqual([next.take('a → b', titleOf), next.take('a → b', titleOf), next.take('a → b', titleOf)], [one, other, null]);
  });
  it('are kept while their hidden tabs have not asked yet', () => {
    const memory = memoryOf([pair('a', 'b'), pair('c', 'd')]);
    const next = new RememberedComparisons(memory);
    const taken = next.take('a → b', titleOf);
    next.keep(taken ? [taken] : []);
    assert.deepEqual(memory.current, [pair('c', 'd'), pair('a', 'b')]);
  });
  it('leave nothing behind when the last one is closed', () => {
    const memory = memoryOf(undefined);
    const remembered = new RememberedComparisons(memory);
    remembered.keep([pair('a', 'b')]);
    remembered.keep([]);
    assert.equal(memory.current, undefined);
  });
  it('of any other shape count as none', () => {
    for (const stored of [null, 7, 'x', {}, [1], [[run('a')]], [[run('a'), { path: 1, label: 'b', time: 2 }]], [[run('a'), run('b'), run('c')]]]) {
      assert.equal(new RememberedComparisons(memoryOf(stored)).take('a → b', titleOf), null);
    }
  });
});

describe('a run that was recorded', () => {
  const startedAt = new Date(2026, 10, 21, 22, 2, 30).toISOString();
  const recorded = { path: '/store/one', manifest: { ...(rowsRecording.manifest ?? assert.fail()), label: 'import.ts', startedAt } };

  it('is named by its moment, which stays true as long as its tab is open', () => {
    assert.deepEqual(runOfRecording(recorded), { path: '/store/one', label: 'import.ts, 21 Nov 22:02:30', time: Date.parse(startedAt) });
  });
  it('is told from the next run of its file', () => {
    const next = runOfRecording({ ...recorded, manifest: { ...recorded.manifest, startedAt: new Date(2026, 10, 21, 22, 2, 31).toISOString() } });
    assert.notEqual(next.label, runOfRecording(recorded).label);
  });
  it('is named by its folder where its manifest is gone, and without a moment that can not be read', () => {
    assert.deepEqual(runOfRecording({ path: '/store/one', manifest: null }), { path: '/store/one', label: 'one', time: 0 });
    assert.equal(runOfRecording({ ...recorded, manifest: { ...recorded.manifest, startedAt: 'soon' } }).label, 'import.ts');
  });
});

describe('two runs', () => {
  it('stand in the order of time, whichever was chosen first', () => {
    const [old, young] = [{ ...run('old'), time: 1 }, { ...run('young'), time: 2 }];
    assert.deepEqual(orderRuns(young, old), [old, young]);
    assert.deepEqual(orderRuns(old, young), [old, young]);
  });
  it('of one name are told by their folders', () => {
    assert.deepEqual(orderRuns(run('x.cpuprofile', '/a/x.cpuprofile'), run('x.cpuprofile', '/b/x.cpuprofile')).map(({ label }) => label), ['a/x.cpuprofile', 'b/x.cpuprofile']);
  });
  it('give their report the name of both', () => {
    assert.deepEqual(reportName([{ path: '/r/before.cpuprofile' }, { path: '/r/after.cpuprofile.gz' }], 'markdown'), { name: 'before-to-after.md', filters: { Markdown: ['md'] } });
    assert.equal(reportName([{ path: '/r/one' }, { path: '/r/two' }], 'json').name, 'one-to-two.json');
  });
});
