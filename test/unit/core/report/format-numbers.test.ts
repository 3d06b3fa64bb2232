import assert from 'node:assert/strict';
import { formatBytes, formatCount, formatError, formatRoughShare, formatRoughTime, formatShare, formatTime } from '../../../../src/core/report/format-numbers.ts';

const all = <Value,>(format: (value: Value) => string, rows: readonly (readonly [Value, string])[]): void => {
  for (const [value, text] of rows) assert.equal(format(value), text, String(value));
};

describe('numbers in words', () => {
  it('gives times at most three significant digits in the unit that fits', () => {
    all(formatTime, [
      [0, '0 ms'], [0.04, '< 0.1 ms'], [0.4, '0.4 ms'], [12.34, '12.3 ms'], [99.94, '99.9 ms'], [99.96, '100 ms'], [182.4, '182 ms'], [999.4, '999 ms'], [999.6, '1.00 s'],
      [1040, '1.04 s'], [9994, '9.99 s'], [9996, '10.0 s'], [59_940, '59.9 s'], [59_960, '1 m 00 s'], [125_000, '2 m 05 s'], [3_599_600, '1 h 00 m'], [7_500_000, '2 h 05 m'],
    ]);
  });

  it('gives bytes at most three significant digits in the unit that fits, and whole ones past the last', () => {
    all(formatBytes, [[0, '0 B'], [999, '999 B'], [999.5, '1.00 kB'], [1234, '1.23 kB'], [64e6, '64.0 MB'], [999.4e9, '999 GB'], [999.6e9, '1.00 TB'], [2.5e12, '2.50 TB'], [1234e12, '1,234 TB']]);
  });

  it('gives shares one decimal, and says when one is too small for it', () => {
    all(formatShare, [[0, '0 %'], [0.0009, '< 0.1 %'], [0.001, '0.1 %'], [0.142, '14.2 %'], [0.9994, '99.9 %'], [0.9996, '100 %'], [1, '100 %']]);
  });

  it('gives sentences round numbers, but never all or nothing for what is not', () => {
    all(formatRoughShare, [[0, '0 %'], [0.004, '0.4 %'], [0.813, '81 %'], [0.992, '99.2 %'], [1, '100 %']]);
    all(formatRoughTime, [[0.4, '0.4 ms'], [8.04, '8 ms'], [400, '0.4 s'], [12_040, '12 s'], [125_000, '2 m 05 s']]);
  });

  it('groups counts by thousands and gives intervals in points', () => {
    all(formatCount, [[0, '0'], [999, '999'], [4212, '4,212'], [1234567, '1,234,567']]);
    all(formatError, [[0.0149, '± 1.5 points'], [0.00001, '± 0.1 points']]);
  });
});
