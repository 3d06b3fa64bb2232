import assert from 'node:assert/strict';
import fc from 'fast-check';
import { listCallers, listTopFunctions, type BottomUpRow } from '../../../../src/core/model/bottom-up.ts';
import { tabulateFunctions } from '../../../../src/core/model/function-table.ts';
import type { LocatedProfile } from '../../../../src/core/model/located.ts';
import { buildTopDown, type CallTree } from '../../../../src/core/model/top-down.ts';
import { randomProfile } from './random-profile.ts';

/** µs on top by stack, callers first, written as rows of the function table. */
function sumStacks(profiles: readonly LocatedProfile[]): Map<string, number> {
  const { rowOf } = tabulateFunctions(profiles);
  const sums = new Map<string, number>();
  profiles.forEach(({ profile: { nodes } }, index) => {
    for (let node = 0; node < nodes.length; node++) {
      if (rowOf[index][nodes.func[node]] < 0) continue;
      const stack: number[] = [];
      for (let at = node; at >= 0; at = nodes.parent[at]) stack.unshift(rowOf[index][nodes.func[at]]);
      const key = stack.filter((row) => row >= 0).join('>');
      sums.set(key, (sums.get(key) ?? 0) + nodes.self[node]);
    }
  });
  return sums;
}

const stackOf = ({ parent, func }: CallTree, row: number): string => {
  const stack: number[] = [];
  for (let at = row; at > 0; at = parent[at]) stack.unshift(func[at]);
  return stack.join('>');
};

const treeOf = (profiles: readonly LocatedProfile[]): CallTree => buildTopDown(tabulateFunctions(profiles), profiles.map(({ profile }) => profile));
const always = (check: (profiles: readonly LocatedProfile[], tree: CallTree) => void): void =>
  fc.assert(fc.property(fc.array(randomProfile, { minLength: 1, maxLength: 3 }), (profiles) => check(profiles, treeOf(profiles))), { numRuns: 200 });

/** A chain of recursive calls, each a different row. */
function chain(length: number): CallTree {
  const rows = Int32Array.from({ length }, (_, row) => row - 1);
  return { length, parent: rows, func: rows.map((row) => (row < 0 ? -1 : row % 7)), self: new Float64Array(length).fill(1), total: new Float64Array(length) };
}

describe('the top-down tree', () => {
  it('has one row for each stack, with the time the stacks had on top', () => {
    always((profiles, tree) => {
      const rows = Array.from(tree.self.keys()).slice(1);
      assert.deepEqual(new Map(rows.map((row) => [stackOf(tree, row), tree.self[row]])), sumStacks(profiles));
    });
  });

  it('gives each row the time of all rows below it', () => {
    always((_, tree) => {
      for (let row = 0; row < tree.length; row++) {
        const below = Array.from(tree.self.keys()).filter((other) => row === 0 || stackOf(tree, other) === stackOf(tree, row) || stackOf(tree, other).startsWith(`${stackOf(tree, row)}>`));
        assert.equal(tree.total[row], below.reduce((sum, other) => sum + tree.self[other], 0));
        assert.ok(tree.parent[row] < row);
      }
    });
  });
});

describe('the bottom-up tree', () => {
  it('opened to the end has each stack turned around, with its time', () => {
    always((profiles, tree) => {
      const found = new Map<string, number>();
      const open = (rows: readonly BottomUpRow[], below: string): void => {
        for (const row of rows) {
          const stack = below === '' ? String(row.func) : `${row.func}>${below}`;
          const callers = listCallers(tree, row);
          const own = row.self - callers.reduce((sum, { self }) => sum + self, 0);
          if (own > 0) found.set(stack, own);
          open(callers, stack);
        }
      };
      open(listTopFunctions(tree), '');
      assert.deepEqual(new Map([...found].sort()), new Map([...sumStacks(profiles)].filter(([, us]) => us > 0).sort()));
    });
  });

  it('lists the heaviest first', () => {
    always((_, tree) => {
      const self = listTopFunctions(tree).map(({ self }) => self);
      assert.deepEqual(self, [...self].sort((a, b) => b - a));
    });
  });

  it('opens the first rows of a million frames of recursion', () => {
    const [top] = listTopFunctions(chain(1_000_000));
    assert.ok(listCallers(chain(1_000_000), top).length === 1 && top.leaves.length > 100_000);
  });
});
