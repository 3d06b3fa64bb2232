import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFlame, SessionError, type ReadProgress } from '../../../src/session/index.ts';

const recorded = join(import.meta.dirname, '..', '..', 'golden', 'recorded', 'rows-node24.cpuprofile');

/** Needs dist/worker.cjs. */
describe('openFlame', () => {
  let folder: string;
  beforeEach(() => { folder = realpathSync(mkdtempSync(join(tmpdir(), 'flameline-flame-'))); });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('gives the analysis and the columns of one reading, and they agree', async () => {
    const { analysis, data, manifest } = await openFlame(recorded);
    const [lane] = data.lanes;
    assert.deepEqual([manifest, data.unit, data.lanes.length], [null, 'microseconds', 1]);
    assert.ok(Math.abs(lane.duration / 1000 - analysis.durationMs) < 1e-6);
    const names = new Set(Array.from(data.functions.name, (text) => data.strings[text]));
    assert.deepEqual(analysis.functions.filter(({ name }) => name !== '(anonymous)' && !names.has(name)), []);
    assert.equal(lane.nodes.self.reduce((sum, each) => sum + each, 0), lane.duration);
  });

  it('tells in bytes how far the reading is', async () => {
    const heard: ReadProgress[] = [];
    await openFlame(recorded, { onProgress: (progress) => heard.push(progress) });
    assert.ok(heard.length >= 1 && heard.length <= 100, `${heard.length} times`);
    const last = heard.at(-1);
    assert.ok(last && last.bytes > 0 && last.bytes <= last.total);
  });

  it('ends at once when it is cancelled, and says why', async () => {
    const abort = new AbortController();
    const reason = new Error('enough');
    const opening = openFlame(recorded, { signal: abort.signal });
    abort.abort(reason);
    await assert.rejects(opening, reason);
  });

  it('rejects a damaged file with the problem and its place', async () => {
    const path = join(folder, 'broken.cpuprofile');
    writeFileSync(path, '{ "nodes": [');
    await assert.rejects(openFlame(path), (error) => error instanceof SessionError && error.problem.file === path && typeof error.problem.byte === 'number');
  });

  it('rejects what is not there', async () => {
    await assert.rejects(openFlame(join(folder, 'none')), SessionError);
  });
});
