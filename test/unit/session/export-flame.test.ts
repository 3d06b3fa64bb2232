import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportFlame, exportProfile, openFlame, SessionError } from '../../../src/session/index.ts';

/** Needs dist/worker.cjs. */
describe('an export of an absurdly deep tree', () => {
  const depth = 60_000;
  let folder: string;
  let file: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'flameline-deep-'));
    file = join(folder, 'deep.cpuprofile');
    const nodes = Array.from({ length: depth }, (_, at) => ({ id: at + 1, callFrame: { functionName: at === 0 ? '(root)' : 'f', scriptId: '1', url: 'file:///a.js', lineNumber: at % 7, columnNumber: 0 }, hitCount: 1, children: at + 1 < depth ? [at + 2] : [] }));
    writeFileSync(file, JSON.stringify({ nodes, startTime: 0, endTime: depth, samples: nodes.map(({ id }) => id), timeDeltas: nodes.map(() => 1) }));
  });
  after(() => rmSync(folder, { recursive: true }));

  const refusal = (format: string): string => `As ${format} it would take more than 2 GB, for its stacks are up to 59,999 frames deep; a page (html) stays small`;

  it('D8 an export of an absurdly deep tree is refused with its size and depth before a byte is written', async () => {
    const opened = await openFlame(file);
    for (const format of ['pprof', 'collapsed'] as const) {
      assert.throws(() => exportFlame(opened, format, { name: 'deep', cwd: '/' }), (error) => error instanceof SessionError && error.message === refusal(format));
    }
  });

  it('is refused by the thread with the same words', async () => {
    await assert.rejects(exportProfile(file, 'collapsed', { cwd: '/' }), (error) => error instanceof SessionError && error.message === refusal('collapsed') && error.problem.file === file);
  });

  it('is written as a speedscope file and as a page, which hold no whole stacks', async () => {
    assert.ok((await exportProfile(file, 'speedscope', { cwd: '/' })).length < 20e6);
    assert.ok((await exportProfile(file, 'html', { cwd: '/' })).length < 5e6);
  });
});
