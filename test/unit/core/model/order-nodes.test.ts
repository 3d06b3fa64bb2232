import assert from 'node:assert/strict';
import fc from 'fast-check';
import { orderNodes } from '../../../../src/core/model/order-nodes.ts';

/** Rows of any tree, in any order. */
const trees = fc.array(fc.nat(), { maxLength: 30 }).chain((callers) => {
  const parent = [-1, ...callers.map((caller, index) => caller % (index + 1))];
  return fc.shuffledSubarray(parent.map((_, row) => row), { minLength: parent.length }).map((places) => {
    const moved = new Int32Array(parent.length);
    parent.forEach((above, row) => (moved[places[row]] = above < 0 ? -1 : places[above]));
    return moved;
  });
});

describe('Nodes in order', () => {
  it('are left when each stands behind its caller', () => {
    assert.equal(orderNodes(Int32Array.of(-1, 0, 0, 1, 2)), null);
    assert.equal(orderNodes(Int32Array.of(-1)), null);
  });

  it('hold every row once, each behind its caller', () => {
    fc.assert(fc.property(trees, (parent) => {
      const order = orderNodes(parent) ?? parent.map((_, row) => row);
      const placeOf = new Map([...order].map((row, place) => [row, place]));
      assert.equal(placeOf.size, parent.length);
      for (const [row, above] of parent.entries()) if (above >= 0) assert.ok(Number(placeOf.get(above)) < Number(placeOf.get(row)), `${above} before ${row}`);
    }));
  });

  it('keep callees of one caller as they stood', () => {
    assert.deepEqual([...orderNodes(Int32Array.of(3, 3, 3, -1)) ?? []], [3, 0, 1, 2]);
  });

  it('leave out what the root does not reach', () => {
    assert.deepEqual([...orderNodes(Int32Array.of(1, 0, -1, 2)) ?? []], [2, 3]);
  });
});
