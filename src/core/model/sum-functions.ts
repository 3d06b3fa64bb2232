import { linkChildren, sumSubtrees } from './call-tree.ts';
import type { FunctionTable } from './function-table.ts';
import { PairTable } from './pair-table.ts';
import type { Profile } from './profile.ts';

/** Times of the rows of a `FunctionTable`, µs, summed over profiles. */
export interface FunctionSums {
  readonly selfUs: Float64Array;
  /** Recursion counted once: only the outermost frame of a function on a stack adds its subtree. */
  readonly totalUs: Float64Array;
  readonly samples: Float64Array;
  /** (caller, callee). */
  readonly edges: PairTable;
  /** By row of `edges`; recursion counted once here too: only the outermost call along the same edge adds. */
  readonly edgeUs: readonly number[];
}

/** Linear in the nodes of all profiles. */
export function sumFunctions(table: FunctionTable, profiles: readonly Profile[]): FunctionSums {
  const { length } = table;
  const edgeUs: number[] = [];
  const sums = { selfUs: new Float64Array(length), totalUs: new Float64Array(length), samples: new Float64Array(length), edges: new PairTable(), edgeUs };
  profiles.forEach((profile, index) => {
    const rows = addSelf(sums, profile, table.rowOf[index]);
    addTotals(sums, edgeUs, profile, rows);
  });
  return sums;
}

/** Gives the row of each node's function, -1 for a meta frame. */
function addSelf({ selfUs, samples }: FunctionSums, { nodes }: Profile, rowOf: Int32Array): Int32Array {
  const rows = new Int32Array(nodes.length);
  for (let node = 0; node < rows.length; node++) {
    const row = rowOf[nodes.func[node]];
    rows[node] = row;
    if (row < 0) continue;
    selfUs[row] += nodes.selfUs[node];
    samples[row] += nodes.samples[node];
  }
  return rows;
}

/** Walks depth first and knows, by function and by edge, how many frames are open on the way down. */
function addTotals({ totalUs, edges }: FunctionSums, edgeUs: number[], { nodes }: Profile, rows: Int32Array): void {
  const { length, parent } = nodes;
  const subtreeUs = sumSubtrees(nodes);
  const { firstChild, nextSibling } = linkChildren(nodes);
  const edgeOf = new Int32Array(length).fill(-1);
  const frames = new Int32Array(totalUs.length);
  const calls: number[] = [];
  for (let node = length > 0 ? 0 : -1; node >= 0; ) {
    const row = rows[node];
    if (row >= 0) {
      if (frames[row]++ === 0) totalUs[row] += subtreeUs[node];
      const caller = node > 0 ? rows[parent[node]] : -1;
      if (caller >= 0) {
        const edge = edges.row(caller, row);
        edgeOf[node] = edge;
        // Pushed one by one: a gap would turn the array into a hash table.
        while (calls.length <= edge) calls.push(0);
        while (edgeUs.length <= edge) edgeUs.push(0);
        if (calls[edge]++ === 0) edgeUs[edge] += subtreeUs[node];
      }
    }
    if (firstChild[node] >= 0) {
      node = firstChild[node];
      continue;
    }
    // Up until there is a sibling, closing every frame on the way.
    let next = -1;
    for (; node >= 0 && next < 0; node = next < 0 ? parent[node] : node) {
      if (rows[node] >= 0) frames[rows[node]]--;
      if (edgeOf[node] >= 0) calls[edgeOf[node]]--;
      next = nextSibling[node];
      if (next >= 0) break;
    }
    node = next;
  }
}
