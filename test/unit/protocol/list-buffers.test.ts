import assert from 'node:assert/strict';
import { listBuffers } from '../../../src/protocol/list-buffers.ts';

describe('listing buffers', () => {
  it('finds each one once, however deep and however often it is named', () => {
    const shared = new Float64Array(4);
    const other = new Uint8Array(1);
    const found = listBuffers({ list: [{ shared, again: shared.subarray(1) }, null, 'text', undefined], other, texts: ['a'] });
    assert.equal(found.length, 2);
    assert.deepEqual(new Set(found), new Set([shared.buffer, other.buffer]));
  });

  it('finds none in what has none', () => {
    for (const value of [null, undefined, 'text', 7, [], {}]) assert.deepEqual(listBuffers(value), []);
  });
});
