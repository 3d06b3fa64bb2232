import assert from 'node:assert/strict';
import { pickHotFunctions } from '../../../src/editor/diagnostics/pick-hot-functions.ts';
import { diagnosedLines } from '../../../src/editor/diagnostics/diagnosed-lines.ts';
import { isOpenablePath } from '../../../src/editor/is-openable-path.ts';
import { describeRecording, explainRecording, recordingMarks } from '../../../src/editor/trees/describe-recording.ts';
import { hotspotGroups, listHotspots } from '../../../src/editor/trees/list-hotspots.ts';
import { relativeTime } from '../../../src/editor/words/relative-time.ts';
import { functionTime, rowsAnalysis, rowsManifest } from './analysis-fixture.ts';

describe('hot functions', () => {
  it('are said in one sentence', () => {
    assert.equal(pickHotFunctions(rowsAnalysis, 3)[0].message, '`parseRow` is hot: 1.22 s self (81 %), 1.25 s total');
  });
  it('are never more than the limit, and none when it is 0', () => {
    assert.equal(pickHotFunctions(rowsAnalysis, 1).length, 1);
    assert.equal(pickHotFunctions(rowsAnalysis, 0).length, 0);
  });
  it('leave out what others wrote, what has no place, what is not hot and what one sample said', () => {
    const functions = [
      functionTime({ name: 'dep', category: 'dependency', selfShare: 0.5 }), functionTime({ name: 'nowhere', line: 0, selfShare: 0.5 }),
      functionTime({ name: 'nofile', file: '', selfShare: 0.5 }), functionTime({ name: 'warm', selfShare: 0.09 }),
      functionTime({ name: 'once', samples: 1, selfShare: 1, shareError: 0.3 }), functionTime({ name: 'unsure', selfShare: 0.2, shareError: 0.25 }),
      functionTime({ name: 'hot', selfShare: 0.1 }),
    ];
    assert.deepEqual(pickHotFunctions({ ...rowsAnalysis, functions }, 9).map(({ at }) => at.name), ['hot']);
  });
  it('keep their lines free of our text', () => {
    assert.deepEqual([...(diagnosedLines(rowsAnalysis, 3).get('/app/src/rows.ts') ?? [])], [12, 30]);
  });
});

describe('hotspots', () => {
  const names = (...list: Parameters<typeof listHotspots>): string[] => listHotspots(...list).rows.map(({ name }) => name);
  it('come by self time, or by total time', () => {
    assert.deepEqual(names(rowsAnalysis, 'self', new Set()), ['parseRow', 'readFile', 'importAll', 'split']);
    assert.deepEqual(names(rowsAnalysis, 'total', new Set()), ['importAll', 'readFile', 'parseRow', 'split']);
  });
  it('by total time put own code before what Node ran it in', () => {
    const loader = functionTime({ name: 'evaluate', file: 'node:internal/modules/esm/module_job', category: 'native', selfMs: 1, totalMs: 1_500 });
    const analysis = { ...rowsAnalysis, functions: [loader, ...rowsAnalysis.functions] };
    assert.deepEqual(names(analysis, 'total', new Set()), ['importAll', 'readFile', 'parseRow', 'evaluate', 'split']);
    assert.deepEqual(names(analysis, 'total', new Set(['own'])), ['evaluate', 'split']);
  });
  it('leave out what took nothing of the shown value', () => {
    const analysis = { ...rowsAnalysis, functions: [functionTime({ name: 'caller', selfMs: 0, totalMs: 5 }), functionTime({ name: 'idle', selfMs: 0, totalMs: 0 })] };
    assert.deepEqual([names(analysis, 'self', new Set()), names(analysis, 'total', new Set())], [[], ['caller']]);
  });
  it('leave out the hidden groups', () => {
    assert.deepEqual(names(rowsAnalysis, 'self', new Set(['own'])), ['split']);
    assert.deepEqual(hotspotGroups.map(({ label }) => label), ['Own code', 'Dependencies', 'Node']);
  });
  it('are cut at 200 and say how many more there are', () => {
    const functions = Array.from({ length: 250 }, (_, index) => functionTime({ name: `f${index}`, selfMs: 1 }));
    const { rows, more } = listHotspots({ ...rowsAnalysis, functions }, 'self', new Set());
    assert.deepEqual([rows.length, more], [200, 50]);
  });
});

describe('recordings', () => {
  const now = Date.parse(rowsManifest.startedAt) + 150_000;
  it('read as time, age and marks', () => {
    assert.equal(describeRecording(rowsManifest, [], now), 'ran 1.50 s  2 min ago');
    assert.equal(describeRecording(rowsManifest, ['partial', 'stale'], now), 'ran 1.50 s  2 min ago  partial, stale');
  });
  it('are marked partial, failed and stale', () => {
    assert.deepEqual(recordingMarks(rowsManifest, false), []);
    assert.deepEqual(recordingMarks({ ...rowsManifest, exitCode: 1 }, true), ['failed', 'stale']);
    assert.deepEqual(recordingMarks({ ...rowsManifest, exitCode: null, signal: 'SIGSEGV' }, false), ['failed']);
    assert.deepEqual(recordingMarks({ ...rowsManifest, partial: true, exitCode: null, signal: 'SIGTERM' }, false), ['partial']);
  });
  it('explain themselves, problems included', () => {
    const text = explainRecording({ ...rowsManifest, partial: true, reason: 'stopped', problems: [{ code: 'x', message: 'A child was started without NODE_OPTIONS' }] }, ['partial']);
    assert.match(text, /^\/app\/src\/import\.ts --all\n/);
    assert.match(text, /Partial: stopped\nA child was started without NODE_OPTIONS$/);
  });
});

describe('paths out of profiles', () => {
  it('are opened only when they are plain local files', () => {
    assert.equal(isOpenablePath('/app/a.js'), true);
    for (const path of ['', 'a.js', 'node:fs', 'https://e.org/x.js', '\\\\host\\share\\a.js', '//host/share/a.js', '/a\0b', 'command:evil', 'javascript:1', 'vscode://x']) assert.equal(isOpenablePath(path), false, path);
  });
});

describe('ages', () => {
  const ago = (seconds: number): string => relativeTime(new Date(0).toISOString(), seconds * 1000);
  it('are said in the largest whole unit', () => {
    assert.deepEqual([3, 60, 3_599, 3_600, 86_399, 86_400, 500_000].map(ago), ['just now', '1 min ago', '59 min ago', '1 h ago', '23 h ago', '1 day ago', '5 days ago']);
  });
  it('of a clock that went backwards are "just now", of a damaged date nothing', () => {
    assert.equal(ago(-50), 'just now');
    assert.equal(relativeTime('soon', 0), '');
  });
});
