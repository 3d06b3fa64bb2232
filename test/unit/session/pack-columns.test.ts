import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packColumns } from '../../../src/session/pack-columns.ts';
import { unpackColumns } from '../../../src/webview/bridge/unpack-columns.ts';

const column = fc.oneof(fc.int32Array(), fc.float64Array({ noNaN: true }), fc.uint8Array());

describe('packed columns', () => {
  it('are the same after a round trip, whatever stands beside them', () => {
    const value = fc.record({ a: column, b: column, list: fc.array(fc.record({ text: fc.string({ unit: 'binary' }), c: column }, { noNullPrototype: true })), n: fc.integer(), none: fc.constant(null) }, { noNullPrototype: true });
    fc.assert(fc.property(value, (given) => assert.deepEqual(unpackColumns(packColumns(given).buffer), given)));
  });

  it('hold only their own part of a shared buffer', () => {
    const shared = Int32Array.of(1, 2, 3, 4);
    const packed = packColumns({ part: shared.subarray(1, 3) });
    assert.deepEqual(unpackColumns(packed.buffer), { part: Int32Array.of(2, 3) });
  });

  it('leave an object alone that looks a little like one of theirs', () => {
    const given = { column: Int32Array.of(7), length: 1, at: undefined };
    assert.deepEqual(unpackColumns(packColumns(given).buffer), { column: Int32Array.of(7), length: 1 });
  });
});
