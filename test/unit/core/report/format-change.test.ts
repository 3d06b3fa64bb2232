import assert from 'node:assert/strict';
import { type ComparedUnit, formatChange, formatCompared, formatRoughChange } from '../../../../src/core/report/format-change.ts';
import { nameWhole, sayOfWhole } from '../../../../src/core/report/name-whole.ts';

const time: ComparedUnit = { unit: 'microseconds', measure: 'absolute' };
const bytes: ComparedUnit = { unit: 'bytes', measure: 'absolute' };
const counts: ComparedUnit = { unit: 'count', measure: 'absolute' };
const shares: ComparedUnit = { unit: 'count', measure: 'share' };

describe('A number that changed', () => {
  it('has a sign and the unit that fits', () => {
    assert.deepEqual([formatChange(-840, time), formatChange(12, time), formatChange(1.5, bytes), formatChange(-2, counts), formatChange(-0.031, shares)], ['−840 ms', '+12.0 ms', '+1.50 kB', '−2,000', '−3.1 points']);
  });

  it('has no sign when it rounds to nothing', () => {
    assert.deepEqual([formatChange(0, time), formatChange(-0.01, time), formatChange(0.0001, bytes), formatChange(0.0001, counts), formatChange(-0.0001, shares)], ['0 ms', '< 0.1 ms', '0 B', '0', '0.0 points']);
  });

  it('is rough in sentences, where the word says the direction', () => {
    assert.deepEqual([formatRoughChange(-840, time), formatRoughChange(-0.4, shares), formatRoughChange(-64_000, bytes), formatRoughChange(3, counts)], ['0.84 s', '40 points', '64.0 MB', '3,000']);
  });

  it('is a share or an amount as the runs are compared', () => {
    assert.deepEqual([formatCompared(0.25, shares), formatCompared(250, time), formatCompared(250, bytes)], ['25.0 %', '250 ms', '250 kB']);
  });
});

describe('What a profile counts', () => {
  const wall = [{ code: 'wall-time', message: 'The file counts wall time: waiting is in it' }];

  it('is CPU time, unless the file says that waiting is in it', () => {
    assert.deepEqual([nameWhole({ unit: 'microseconds', problems: [] }), nameWhole({ unit: 'microseconds', problems: wall }), nameWhole({ unit: 'bytes', problems: wall })], ['CPU time', 'wall time', 'bytes']);
  });

  it('is said behind times alone', () => {
    assert.deepEqual((['CPU time', 'wall time', 'bytes', 'count'] as const).map((whole) => sayOfWhole('5', whole)), ['5 CPU', '5 wall time', '5', '5']);
  });
});
