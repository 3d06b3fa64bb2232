import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRawFiles } from '../../../src/capture/store/raw-files.ts';
import { finishAnalysis } from '../../../src/session/finish-analysis.ts';
import { readAhead } from '../../../src/session/read-ahead.ts';
import type { ReadAhead } from '../../../src/session/read-ahead.ts';
import type { RecordingManifest } from '../../../src/session/types.ts';
import { drawProfile } from '../../helpers/profile-fixture.ts';
import { makeManifest, makeSidecar } from '../../helpers/recording-fixture.ts';
import { until } from '../../helpers/until.ts';

describe('Reading a run before it is over', () => {
  let folder: string;
  let ahead: ReadAhead;
  let manifest: RecordingManifest;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'flameline-ahead-')));
    manifest = makeManifest({ file: join(folder, 'main.js'), cwd: folder, durationMs: 0, exitCode: null });
    ahead = readAhead({ manifest, roots: [folder] }, folder);
  });
  afterEach(() => {
    ahead.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (pid: number, profile: object | string): void => {
    writeFileSync(join(folder, `${pid}-1.live`), '');
    writeFileSync(join(folder, `${pid}-0-1.cpuprofile`), typeof profile === 'string' ? profile : JSON.stringify(profile));
    writeFileSync(join(folder, `${pid}-0-1.json`), JSON.stringify(makeSidecar({ pid })));
  };
  const read = async () => ahead.read(await readRawFiles(folder, undefined));

  it('gives the result of the one profile', async () => {
    write(1, drawProfile('main  main  (idle)'));
    await until('the reading to begin', () => ahead.begun);
    const { analysis, hashed } = await read();
    assert.deepEqual([analysis.functions[0]?.name, analysis.recordings.length, hashed.sources], ['main', 1, []]);
  });

  it('reads the same files once, however often it is asked', async () => {
    write(1, drawProfile('main'));
    await until('the reading to begin', () => ahead.begun);
    assert.equal((await read()).analysis, (await read()).analysis);
  });

  it('reads anew when another process left a profile later', async () => {
    write(1, drawProfile('main'));
    await until('the reading to begin', () => ahead.begun);
    write(2, drawProfile('child'));
    assert.deepEqual((await read()).analysis.recordings.map(({ pid }) => pid), [1, 2]);
  });

  it('reads once also what nobody had begun to read', async () => {
    write(1, drawProfile('main'));
    await until('the reading to begin', () => ahead.begun);
    write(2, drawProfile('child'));
    assert.equal((await read()).analysis, (await read()).analysis);
  });

  it('tells what is wrong with the profile', async () => {
    write(1, '{ "nodes": [');
    await until('the reading to begin', () => ahead.begun);
    assert.deepEqual((await read()).analysis.problems.map(({ code }) => code), ['truncated']);
  });

  it('is told how the run went when that is known', async () => {
    write(1, drawProfile('main'));
    await until('the reading to begin', () => ahead.begun);
    const { analysis } = await read();
    const problem = { code: 'x', message: 'Something' };
    const { recordings: [main], problems } = finishAnalysis(analysis, { ...manifest, partial: true, reason: 'it was stopped', signal: 'SIGTERM', problems: [problem] });
    assert.deepEqual([main.partial, main.reason, main.signal, main.exitCode, problems], [true, 'it was stopped', 'SIGTERM', null, [problem]]);
  });
});
