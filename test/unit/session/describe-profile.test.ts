import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/model/analyze.ts';
import { buildFlameData } from '../../../src/core/model/build-flame-data.ts';
import { locateProfile } from '../../../src/core/sourcemap/locate-profile.ts';
import { describeProfile, titleOf } from '../../../src/session/describe-profile.ts';
import { FlameRows } from '../../../src/session/flame-rows.ts';
import type { OpenedFlame } from '../../../src/session/index.ts';
import { profileFromText } from '../../helpers/profile-fixture.ts';
import { makeManifest } from '../../helpers/recording-fixture.ts';

const open = (texts: readonly string[], changes: Partial<OpenedFlame> = {}): OpenedFlame => {
  const recordings = texts.map((text) => ({
    located: locateProfile(profileFromText(text, { intervalUs: 100_000 }), new Map(), 'posix'),
    summary: { label: 'main', pid: 1, threadId: 0, intervalUs: null, overheadShare: null, partial: false, reason: '', exitCode: 0, signal: null },
  }));
  return { path: '/p/a.cpuprofile', manifest: null, analysis: analyze(recordings, []), data: buildFlameData(recordings), ...changes };
};
const describeIt = (opened: OpenedFlame, run = '') => describeProfile(opened, new FlameRows(opened), (file) => file.replace('/p/', ''), run);

describe('What stands above a viewer\'s picture', () => {
  it('is the file, its time, its samples, and the function it is about', () => {
    const opened = open(['main  main  main\nparse parse']);
    const { title, subtitle, headlineFunction, problems, stale, partial, run } = describeIt(opened, 'every 1 ms');
    assert.deepEqual([title, subtitle, problems, stale, partial, run], ['a.cpuprofile', '300 ms CPU · 3 samples', [], '', '', 'every 1 ms']);
    assert.equal(opened.data.strings[opened.data.functions.name[headlineFunction]], 'parse');
  });

  it('adds waiting, threads and Node where there are some', () => {
    const opened = open(['main  (idle)', 'worker'], { manifest: makeManifest({ label: 'my run', nodeVersion: 'v24.21.0' }) });
    const { title, subtitle } = describeIt(opened);
    assert.deepEqual([title, subtitle], ['my run', '200 ms CPU · 100 ms idle · 3 samples · 2 threads · Node 24.21']);
  });

  it('tells no waiting of a hundredth or less', () => {
    const opened = open(['main']);
    const waited = (idleMs: number): string => describeIt({ ...opened, analysis: { ...opened.analysis, durationMs: 1000, idleMs } }).subtitle;
    assert.deepEqual([waited(10), waited(11)], ['990 ms CPU · 1 sample', '989 ms CPU · 11.0 ms idle · 1 sample']);
  });

  it('is about no function when nothing took time', () => {
    assert.equal(describeIt(open(['(idle)'])).headlineFunction, -1);
  });

  it('says of a run that was cut short why, also when nobody knows', () => {
    const cut = (reason: string): string => {
      const opened = open(['main']);
      const recordings = opened.analysis.recordings.map((recording) => ({ ...recording, partial: true, reason }));
      return describeIt({ ...opened, analysis: { ...opened.analysis, recordings } }).partial;
    };
    assert.deepEqual(['it was stopped', '', 'a\u202eb'].map(cut), ['Partial: it was stopped', 'Partial: it did not run to its end', 'Partial: a\\u{202e}b']);
  });

  it('counts each changed file once', () => {
    const opened = open(['main']);
    const changed = (...files: readonly string[]): string => describeIt({ ...opened, analysis: { ...opened.analysis, problems: files.map((file) => ({ code: 'source-changed', message: 'It changed', file })) } }).stale;
    assert.deepEqual([changed('/p/a.ts', '/p/a.ts'), changed('/p/a.ts', '/p/b.ts')], ['1 file changed since the run; lines may be off.', '2 files changed since the run; lines may be off.']);
  });

  it('lists 50 problems at most, named from the folder and with nothing hidden in them', () => {
    const opened = open(['main']);
    const problems = Array.from({ length: 60 }, (_, index) => ({ code: 'x', message: `Broken\u001b ${index}`, file: '/p/a.ts' }));
    const told = describeIt({ ...opened, analysis: { ...opened.analysis, problems } }).problems;
    assert.equal(told.length, 50);
    assert.ok(told.every((text) => text.includes('a.ts') && !text.includes('/p/') && text.includes('\\u{1b}')), told[0]);
  });
});

describe('The title of a profile', () => {
  it('is the last part of its path, of Windows too', () => {
    assert.deepEqual(['/p/a.cpuprofile', 'C:\\p\\a.cpuprofile', 'a'].map((path) => titleOf({ path, manifest: null })), ['a.cpuprofile', 'a.cpuprofile', 'a']);
  });

  it('is a recording\'s label, cut and made visible', () => {
    assert.equal(titleOf({ path: '', manifest: makeManifest({ label: `a\u202e${'x'.repeat(200)}` }) }).length, 120);
  });
});

describe('Rows of a profile\'s functions', () => {
  const opened = open(['main  main\nparse@file:///p/b.js:7']);
  const rows = new FlameRows(opened);

  it('lead to where a function begins, and back from it', () => {
    for (const fn of opened.analysis.functions) {
      const row = rows.rowOf(fn);
      assert.deepEqual([rows.place(row), rows.name(row)], [{ file: fn.file, line: fn.line }, fn.name]);
      assert.equal(rows.rowNamed(fn.name), row);
    }
  });

  it('are none for a name or a place nobody has', () => {
    assert.equal(rows.rowNamed('nobody'), -1);
    const [fn] = opened.analysis.functions;
    assert.deepEqual([rows.rowOf({ ...fn, line: fn.line + 1 }), rows.rowOf({ ...fn, file: '/other.js' })], [-1, -1]);
  });

  it('outside of the list have no place and no name', () => {
    for (const row of [-1, rows.length, 1e9, NaN]) assert.deepEqual([rows.place(row), rows.name(row)], [null, ''], String(row));
  });
});
