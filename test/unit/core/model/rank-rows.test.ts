import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mapHeaviest, rankByOwner, rankRows } from '../../../../src/core/model/rank-rows.ts';

const rows = fc.array(fc.record({ owner: fc.nat(3), weight: fc.nat(9) }), { maxLength: 200 });

describe('ranking rows', () => {
  it('puts the heavier first and keeps equal ones in row order, few or many', () => {
    fc.assert(fc.property(rows, (drawn) => {
      const weight = drawn.map((row) => row.weight);
      const byWeight = (a: number, b: number): number => weight[b] - weight[a] || a - b;
      assert.deepEqual([...rankRows(weight)], [...weight.keys()].sort(byWeight));
      const ranked = rankByOwner(drawn.map(({ owner }) => owner), 4, weight);
      const fewest = rankByOwner(drawn.map(({ owner }) => owner), 4, weight, 2);
      for (const owner of [0, 1, 2, 3]) {
        const expected = [...drawn.keys()].filter((row) => drawn[row].owner === owner).sort(byWeight);
        assert.deepEqual(mapHeaviest(ranked, owner, Infinity, (row) => row), expected);
        assert.deepEqual(mapHeaviest(ranked, owner, 2, (row) => row), expected.slice(0, 2));
        assert.deepEqual(mapHeaviest(fewest, owner, 2, (row) => row), expected.slice(0, 2));
      }
    }));
  });
});
