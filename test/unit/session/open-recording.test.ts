import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordingManifest } from '../../../src/capture/store/manifest.ts';
import type { ProbeSidecar } from '../../../src/protocol/probe.ts';
import { RequestFailure } from '../../../src/protocol/peer.ts';
import { isReadAnswer } from '../../../src/protocol/worker.ts';
import { withAnalysisThread } from '../../../src/session/analysis-thread.ts';
import { findFunctionRanges, openRecording, openRecordings, SessionError } from '../../../src/session/index.ts';
import { drawProfile } from '../../helpers/profile-fixture.ts';
import { makeManifest, makeSidecar } from '../../helpers/recording-fixture.ts';

const failsWith = (expected: object) => (error: unknown): boolean => {
  assert.ok(error instanceof SessionError);
  assert.deepEqual(error.problem, expected);
  return true;
};

/** Needs dist/worker.cjs. */
describe('openRecording', () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'flameline-open-')));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, value: unknown): string => {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
    return path;
  };
  const manifest = (changes: Partial<RecordingManifest> = {}): RecordingManifest =>
    makeManifest({ file: join(folder, 'main.js'), cwd: folder, profiles: [{ profile: '1-0-1.cpuprofile', sidecar: '1-0-1.json' }], ...changes });
  const sidecar = (changes: Partial<ProbeSidecar> = {}): ProbeSidecar => makeSidecar({ pid: 1, ...changes });

  it('reads a lone file', async () => {
    const path = write('a.cpuprofile', drawProfile('main  main  (idle)'));
    const { analysis, manifest: none, path: opened } = await openRecording(path);
    assert.deepEqual([none, opened, analysis.functions[0]?.name, analysis.idleMs], [null, path, 'main', 1]);
  });

  it('reads every profile of a recording, each with its facts', async () => {
    write('run/recording.json', manifest({ partial: true, reason: 'it was stopped', signal: 'SIGTERM', exitCode: null, profiles: [{ profile: '1-0-1.cpuprofile', sidecar: '1-0-1.json' }, { profile: '2-0-1.cpuprofile', sidecar: '2-0-1.json' }] }));
    write('run/1-0-1.cpuprofile', drawProfile('main  main  main'));
    write('run/1-0-1.json', sidecar());
    write('run/2-0-1.cpuprofile', drawProfile('main  child'));
    write('run/2-0-1.json', sidecar({ pid: 2, label: 'child.js', reason: 'crash' }));
    const { analysis, manifest: read } = await openRecording(join(folder, 'run'));
    assert.equal(read?.nodeVersion, 'v24.1.0');
    const [main, child] = analysis.recordings;
    assert.deepEqual([main.label, main.pid, main.partial, main.reason, main.signal, main.exitCode], ['main.js', 1, true, 'it was stopped', 'SIGTERM', null]);
    assert.deepEqual([child.label, child.pid, child.partial, child.reason, child.signal], ['child.js', 2, true, 'the program crashed', null]);
    assert.ok(main.overheadShare !== null && Math.abs(main.overheadShare - (5 + 3 * 0.022) / 7) < 1e-9);
    assert.deepEqual(analysis.functions.map(({ name, selfMs }) => [name, selfMs]), [['main', 4], ['child', 1]]);
  });

  it('keeps the rest of a recording when one profile of it is broken or its sidecar is', async () => {
    write('run/recording.json', manifest({ profiles: [{ profile: 'a.cpuprofile', sidecar: 'a.json' }, { profile: 'b.cpuprofile', sidecar: '' }] }));
    write('run/a.cpuprofile', drawProfile('main'));
    write('run/a.json', '{"pid": "x"}');
    write('run/b.cpuprofile', '');
    const { analysis } = await openRecording(join(folder, 'run'));
    assert.deepEqual(analysis.recordings.map(({ pid, samples }) => [pid, samples]), [[null, 1]]);
    assert.deepEqual(analysis.problems.map(({ code, file }) => [code, file]), [['empty-file', join(folder, 'run', 'b.cpuprofile')]]);
  });

  it('rejects with the problem and its file', async () => {
    const path = write('empty.cpuprofile', '');
    await assert.rejects(openRecording(path), failsWith({ code: 'empty-file', message: 'The file is empty', byte: 0, file: path }));
    const outside = write('run/recording.json', { ...manifest(), profiles: [{ profile: '../a.cpuprofile', sidecar: '' }] });
    await assert.rejects(openRecording(join(folder, 'run')), failsWith({ code: 'bad-field', message: 'The manifest has a field that is missing or of the wrong kind', file: outside, field: 'profiles' }));
  });

  it('adds several up and tells which were left out', async () => {
    const good = write('a.cpuprofile', drawProfile('main'));
    const { analysis, failures } = await openRecordings([good, join(folder, 'none'), good]);
    assert.deepEqual([analysis?.durationMs, failures.map(({ path, problem }) => [path, problem.code])], [2, [[join(folder, 'none'), 'unreadable']]]);
  });

  it('ends the reading when it is aborted, and rejects with the reason', async () => {
    const path = write('a.cpuprofile', drawProfile(Array.from({ length: 500 }, (_, index) => `function${index}`).join('  ')));
    const abort = new AbortController();
    const reading = openRecording(path, { signal: abort.signal });
    abort.abort(new Error('not needed any more'));
    await assert.rejects(reading, /not needed any more/);
    await assert.rejects(openRecording(path, { signal: abort.signal }), /not needed any more/);
    assert.equal((await openRecording(path)).analysis.functions.length, 500);
  });

  it('ends a thread that failed, and starts another for the next', async () => {
    const path = write('a.cpuprofile', drawProfile('main'));
    await assert.rejects(
      withAnalysisThread((peer) => peer.request('readRecordings', { paths: 7 }, isReadAnswer)),
      (error: unknown) => error instanceof RequestFailure && /Wrong parameters/.test(error.message),
    );
    assert.equal((await openRecording(path)).analysis.functions.length, 1);
  });

  it('reads several at once, each in a thread of its own', async () => {
    const paths = ['a', 'b', 'c'].map((name) => write(`${name}.cpuprofile`, drawProfile(`${name}${name}`)));
    const opened = await Promise.all(paths.map((path) => openRecording(path)));
    assert.deepEqual(opened.map(({ analysis }) => analysis.functions[0]?.name), ['aa', 'bb', 'cc']);
  });

  it('finds the functions of a source in the same thread', async () => {
    const ranges = await findFunctionRanges(join(folder, 'a.ts'), 'function one(): number {\n  return 1;\n}\n');
    assert.deepEqual(ranges.map(({ name, startLine, endLine }) => [name, startLine, endLine]), [['one', 1, 3]]);
  });
});
