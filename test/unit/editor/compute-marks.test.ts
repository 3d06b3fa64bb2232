import assert from 'node:assert/strict';
import { computeMarks } from '../../../src/editor/decorations/compute-marks.ts';
import type { MarkOptions } from '../../../src/editor/decorations/compute-marks.ts';
import { heatStep } from '../../../src/editor/decorations/heat-step.ts';
import { indexHeat } from '../../../src/editor/decorations/index-heat.ts';
import type { LineTime } from '../../../src/session/index.ts';
import { functionTime, rowsAnalysis } from './analysis-fixture.ts';

const options: MarkOptions = { shown: 'self', threshold: 0.01, text: true, silent: new Set() };
const heat = indexHeat(rowsAnalysis, 'linux').get('/app/src/rows.ts') ?? assert.fail('the file is indexed');
const lineTimes = (times: readonly [ms: number, share: number][]): LineTime[] => times.map(([selfMs, share], index) => ({ file: '/x.js', line: index + 1, selfMs, share, samples: 1 }));
const marksOf = (lines: LineTime[], part: Partial<MarkOptions> = {}) => computeMarks({ file: '/x.js', lines, functions: [] }, rowsAnalysis, { ...options, ...part });

describe('marks of a file', () => {
  it('says time and share as the design draws them', () => {
    const marks = computeMarks(heat, rowsAnalysis, options);
    assert.deepEqual(marks.map(({ line, text }) => `${line}: ${text}`), ['15: 1.04 s · 69.3 %', '14: 180 ms · 12.0 %', '31: 150 ms · 10.0 %']);
  });
  it('stays silent on a line whose end a diagnostic has, but keeps its bar', () => {
    const marks = computeMarks(heat, rowsAnalysis, { ...options, silent: new Set([15]) });
    assert.deepEqual(marks[0], { line: 15, step: 6, text: '' });
  });
  it('leaves out lines below both thresholds', () => {
    assert.deepEqual(marksOf(lineTimes([[4.9, 0.009], [5, 0.001], [0.2, 0.01]])).map(({ line }) => line), [2, 3]);
  });
  it('writes at most 40 texts a file, on the heaviest lines', () => {
    const marks = marksOf(lineTimes(Array.from({ length: 60 }, () => [10, 0.015])));
    assert.equal(marks.length, 60);
    assert.equal(marks.filter(({ text }) => text !== '').length, 40);
    assert.ok(marks.slice(0, 40).every(({ text }) => text !== ''));
  });
  it('writes none when the setting says so', () => {
    assert.ok(computeMarks(heat, rowsAnalysis, { ...options, text: false }).every(({ text }) => text === ''));
  });
  it('shows total time on the functions\' lines', () => {
    const marks = computeMarks(heat, rowsAnalysis, { ...options, shown: 'total' });
    assert.deepEqual(marks.map(({ line, text }) => `${line}: ${text}`), ['30: 1.30 s · 86.7 %', '12: 1.25 s · 83.3 %']);
  });
  it('keys files of Windows without regard to case and slashes', () => {
    const index = indexHeat({ ...rowsAnalysis, lines: [{ ...rowsAnalysis.lines[0], file: 'C:\\App\\a.ts' }] }, 'win32');
    assert.ok(index.has('c:\\app\\a.ts'));
  });
  it('has no place for a function without a file or a line', () => {
    const functions = [functionTime({ file: '', line: 7 }), functionTime({ file: '/app/a.ts', line: 0 }), functionTime({ file: '/app/b.ts', line: 1 })];
    const index = indexHeat({ ...rowsAnalysis, lines: [], functions }, 'linux');
    assert.deepEqual([...index.values()].map(({ file, functions: rows }) => [file, rows]), [['/app/b.ts', [2]]]);
  });
  it('leaves a file called __proto__ a file', () => {
    const index = indexHeat({ ...rowsAnalysis, lines: [{ ...rowsAnalysis.lines[0], file: '__proto__' }] }, 'linux');
    assert.equal(index.get('__proto__')?.lines.length, 1);
  });
});

describe('heat steps', () => {
  it('grow with the share, at fixed bounds', () => {
    assert.deepEqual([0, 0.019, 0.02, 0.05, 0.1, 0.25, 0.5, 1].map(heatStep), [1, 1, 2, 3, 4, 5, 6, 6]);
  });
});
