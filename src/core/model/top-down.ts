import type { FunctionTable } from './function-table.ts';
import { PairTable } from './pair-table.ts';
import type { Profile } from './profile.ts';

/**
 * The calls of all profiles as one tree: nodes of one function under the same callers are one row. Parents stand before their
 * children, row 0 is the root. Meta frames have no row; their time is in none.
 */
export interface CallTree {
  readonly length: number;
  /** Row of the caller, -1 for the root. */
  readonly parent: Int32Array;
  /** Row of the `FunctionTable`, -1 for the root. */
  readonly func: Int32Array;
  readonly self: Float64Array;
  /** `self` and that of all rows below. */
  readonly total: Float64Array;
}

/** Linear in the nodes. */
export function buildTopDown(table: FunctionTable, profiles: readonly Profile[]): CallTree {
  const calls = new PairTable();
  const sums: number[] = [0];
  profiles.forEach(({ nodes }, index) => {
    const treeRow = new Int32Array(nodes.length);
    for (let node = 0; node < nodes.length; node++) {
      const caller = node > 0 ? treeRow[nodes.parent[node]] : 0;
      const func = table.rowOf[index][nodes.func[node]];
      treeRow[node] = func < 0 ? caller : calls.row(caller, func) + 1;
      if (func < 0) continue;
      if (treeRow[node] === sums.length) sums.push(0);
      sums[treeRow[node]] += nodes.self[node];
    }
  });
  const self = Float64Array.from(sums);
  const total = self.slice();
  for (let row = total.length - 1; row > 0; row--) total[calls.first[row - 1]] += total[row];
  return { length: sums.length, parent: Int32Array.from([-1, ...calls.first]), func: Int32Array.from([-1, ...calls.second]), self, total };
}
