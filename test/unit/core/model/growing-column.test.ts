import assert from 'node:assert/strict';
import fc from 'fast-check';
import { growingFloats, growingInts } from '../../../../src/core/model/growing-column.ts';

describe('A column whose length is not known yet', () => {
  it('holds what was pushed, however much', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { maxLength: 300 }), (values) => {
      const column = growingInts();
      for (const value of values) column.push(value);
      assert.deepEqual([...column.toColumn()], values);
      assert.equal(column.length, values.length);
    }));
  });

  it('keeps what was added to a row when it grows', () => {
    const column = growingFloats();
    for (let row = 0; row < 32; row++) column.push(row);
    column.add(5, 0.25);
    column.push(32);
    column.add(5, 0.25);
    assert.deepEqual([column.at(5), column.at(32), column.toColumn().length], [5.5, 32, 33]);
  });

  it('gives a copy: what comes later does not change it', () => {
    const column = growingInts();
    column.push(1);
    const copy = column.toColumn();
    column.add(0, 5);
    assert.deepEqual([copy[0], column.at(0), copy.buffer.byteLength], [1, 6, 4]);
  });
});
