import assert from 'node:assert/strict';
import { intern } from '../../../../src/core/model/intern.ts';

describe('a table of texts', () => {
  it('has each once, in the order of first sight, also those that objects know already', () => {
    const known = new Map([['', 0]]);
    const rows = ['parse', '__proto__', 'parse', '', 'constructor'].map((text) => intern(known, text));
    assert.deepEqual(rows, [1, 2, 1, 0, 3]);
    assert.deepEqual([...known.keys()], ['', 'parse', '__proto__', 'constructor']);
  });
});
