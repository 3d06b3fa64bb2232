import assert from 'node:assert/strict';
import type { Analysis, RecordingSummary } from '../../../../src/core/model/analysis.ts';
import { describeProblem, describeRecordings } from '../../../../src/core/report/describe-run.ts';

const recording = (more: Partial<RecordingSummary> = {}): RecordingSummary => ({
  label: 'main.js', pid: 7, threadId: 0, durationMs: 1500, idleMs: 0, samples: 1500, intervalUs: 1000, overheadShare: null, partial: false, reason: '', exitCode: 0, signal: null, ...more,
});
const describeAll = (recordings: readonly RecordingSummary[], unit: Analysis['unit'] = 'microseconds', node = ''): string[] =>
  describeRecordings({ unit, recordings, durationMs: 0, idleMs: 0, categories: [], functions: [], lines: [], problems: [] }, node);
const line = (more: Partial<RecordingSummary>, unit?: Analysis['unit']): string => describeAll([recording(more)], unit)[0];

describe('A recording in one line', () => {
  it('is what ran, how long, and how densely it was sampled', () => {
    assert.deepEqual(describeAll([recording()], 'microseconds', 'v24.1.0'), ['main.js · pid 7 · Node 24.1.0 · 1.50 s · 1,500 samples, one every 1 ms']);
  });

  it('adds waiting, the thread, the cost and the end where there is one', () => {
    assert.equal(line({ threadId: 2, idleMs: 750, overheadShare: 0.03, exitCode: 3 }), 'main.js · pid 7 · worker 2 · 1.50 s · 50.0 % idle · 1,500 samples, one every 1 ms · overhead about 3 % · exit code 3');
    assert.match(line({ signal: 'SIGTERM', exitCode: null }), / · ended by SIGTERM$/);
  });

  it('leaves out what a lone file does not know', () => {
    assert.equal(line({ pid: null, threadId: null, intervalUs: 0, exitCode: null, samples: 1 }), 'main.js · 1.50 s · 1 sample');
    assert.match(line({ samples: 0 }), / · no samples$/);
  });

  it('marks one that was cut short, also without a reason', () => {
    assert.match(line({ partial: true, reason: 'it was stopped' }), / · partial: it was stopped$/);
    assert.match(line({ partial: true }), / · partial: it did not run to its end$/);
  });

  it('of bytes has no interval, of counts no samples', () => {
    assert.equal(line({ durationMs: 64_000 }, 'bytes'), 'main.js · pid 7 · 64.0 MB · 1,500 samples');
    assert.equal(line({ durationMs: 4 }, 'count'), 'main.js · pid 7 · 4,000');
  });

  it('of nothing divides by nothing', () => {
    assert.equal(line({ durationMs: 0, idleMs: 0, samples: 0 }), 'main.js · pid 7 · 0 ms · no samples');
  });

  it('stands for ten at most; the others are counted', () => {
    const lines = (count: number): string[] => describeAll(Array.from({ length: count }, () => recording()));
    assert.deepEqual([lines(10).length, lines(11).at(-1), lines(12).at(-1), lines(12).length], [10, 'and 1 more recording', 'and 2 more recordings', 11]);
  });
});

describe('A problem in one line', () => {
  const show = (file: string): string => file.replace('/p/', '');

  it('names its file, its field and its byte', () => {
    assert.equal(describeProblem({ code: 'x', message: 'A number is expected', file: '/p/a.cpuprofile', byte: 17, field: 'nodes[3].id' }, show), 'a.cpuprofile: A number is expected (nodes[3].id, byte 17)');
  });

  it('says nothing twice', () => {
    assert.equal(describeProblem({ code: 'x', message: 'It breaks off at byte 17', byte: 17 }, show), 'It breaks off at byte 17');
  });

  it('is its sentence alone when nothing else is known', () => {
    assert.equal(describeProblem({ code: 'x', message: 'The file is empty' }, show), 'The file is empty');
    assert.equal(describeProblem({ code: 'x', message: 'Broken', byte: 0 }, show), 'Broken (byte 0)');
  });
});
