import assert from 'node:assert/strict';
import { changeKinds, leastChange, listChanges, scaleOf, usualMeasure } from '../../../../src/core/compare/list-changes.ts';
import type { FunctionTotals } from '../../../../src/core/layout/view.ts';
import type { FlameFunctions } from '../../../../src/core/model/flame-data.ts';
import { categories, type Category } from '../../../../src/core/model/profile.ts';

/** Row 0 is the root, as in all data. */
const totals = (self: readonly number[], more: Partial<FunctionTotals> = {}): FunctionTotals => {
  const column = Float64Array.of(0, ...self);
  return { self: column, total: column, samples: column, all: self.reduce((sum, value) => sum + value, 0), idle: 0, ...more };
};
const functions = (length: number, category: readonly Category[] = []): FlameFunctions => {
  const column = new Int32Array(length + 1);
  const own = Uint8Array.from({ length: length + 1 }, (_, row) => categories.indexOf(category[row - 1] ?? 'own'));
  return { length: length + 1, name: column, file: column, package: column, line: column, column, category: own, mapping: own };
};
const kindsOf = (before: readonly number[], after: readonly number[], category: readonly Category[] = []): readonly string[] => {
  const { kind } = listChanges(totals(before), totals(after), functions(before.length, category), 'absolute');
  return [...kind].slice(1).map((index) => changeKinds[index]);
};

describe('What changed of each function', () => {
  it('is that it came, went, changed, or stayed', () => {
    assert.deepEqual(kindsOf([0, 500, 400, 300], [400, 0, 500, 300]), ['new', 'gone', 'changed', 'same']);
  });

  it('is none below a thousandth of the larger run', () => {
    assert.equal(leastChange, 0.001);
    assert.deepEqual(kindsOf([100, 0], [100.9, 899.1]), ['same', 'new']);
    assert.deepEqual(kindsOf([100, 0], [101, 899]), ['changed', 'new']);
  });

  it('is none where nothing differs, also of runs without any time', () => {
    const quiet = totals([0], { samples: Float64Array.of(0, 1) });
    assert.equal(changeKinds[listChanges(quiet, quiet, functions(1), 'absolute').kind[1]], 'same');
  });

  it('is seen by its total when its self time stays', () => {
    const before = totals([100, 900], { total: Float64Array.of(0, 1000, 900) });
    const after = totals([100, 500], { total: Float64Array.of(0, 600, 500) });
    const { kind, order } = listChanges(before, after, functions(2), 'absolute');
    assert.deepEqual([[...kind].slice(1).map((index) => changeKinds[index]), [...order]], [['changed', 'changed'], [2, 1]]);
  });

  it('is in order of what differs by itself, then in total, then as it stood', () => {
    const before = totals([0, 0, 0, 0], { total: Float64Array.of(0, 10, 10, 10, 10) });
    const after = totals([1, 5, 1, 1], { total: Float64Array.of(0, 11, 15, 20, 11) });
    assert.deepEqual([...listChanges(before, after, functions(4), 'absolute').order], [2, 3, 1, 4]);
  });

  it('leaves out waiting, the root, and who took nothing in either run', () => {
    const { order } = listChanges(totals([100, 100, 0]), totals([50, 900, 0]), functions(3, ['own', 'idle', 'own']), 'absolute');
    assert.deepEqual([...order], [1]);
  });

  it('of shares is of each run without its waiting', () => {
    const before = totals([200, 200, 600], { idle: 600 });
    const after = totals([100, 300], { idle: 0 });
    const { selfBefore, selfAfter } = listChanges(before, { ...after, self: Float64Array.of(0, 100, 300, 0) }, functions(3, ['own', 'own', 'idle']), 'share');
    assert.deepEqual([[...selfBefore].slice(1, 3), [...selfAfter].slice(1, 3)], [[0.5, 0.5], [0.25, 0.75]]);
  });

  it('of a run that only waited is nothing, not infinite', () => {
    assert.equal(scaleOf(totals([5], { all: 5, idle: 5 }), 'share'), 0);
    assert.equal(scaleOf(totals([5], { all: 5, idle: 5 }), 'absolute'), 1);
  });

  it('is in absolute numbers for time and memory, in shares for counts', () => {
    assert.deepEqual((['microseconds', 'bytes', 'count'] as const).map(usualMeasure), ['absolute', 'absolute', 'share']);
  });
});
