import { sumSubtrees, walkTree } from './call-tree.ts';
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
  const edgeUs: number[] = [];
  const sums = {
    selfUs: new Float64Array(table.length),
    totalUs: new Float64Array(table.length),
    samples: new Float64Array(table.length),
    edges: new PairTable(),
    edgeUs,
  };
  profiles.forEach((profile, index) => {
    addSelf(sums, profile, table.rowOf[index]);
    addTotals(sums, edgeUs, profile, table.rowOf[index]);
  });
  return sums;
}

function addSelf({ selfUs, samples }: FunctionSums, { nodes }: Profile, rowOf: Int32Array): void {
  for (let node = 0; node < nodes.length; node++) {
    const row = rowOf[nodes.func[node]];
    if (row < 0) continue;
    selfUs[row] += nodes.selfUs[node];
    samples[row] += nodes.samples[node];
  }
}

function addTotals({ totalUs, edges }: FunctionSums, edgeUs: number[], { nodes }: Profile, rowOf: Int32Array): void {
  const subtreeUs = sumSubtrees(nodes);
  const edgeOf = new Int32Array(nodes.length).fill(-1);
  const frames = new Int32Array(totalUs.length);
  const calls: number[] = [];
  walkTree(nodes, {
    enter(node) {
      const row = rowOf[nodes.func[node]];
      if (row < 0) return;
      if (frames[row]++ === 0) totalUs[row] += subtreeUs[node];
      const caller = node > 0 ? rowOf[nodes.func[nodes.parent[node]]] : -1;
      if (caller < 0) return;
      const edge = edges.row(caller, row);
      edgeOf[node] = edge;
      // Pushed one by one: a gap would turn the array into a hash table.
      while (calls.length <= edge) calls.push(0);
      if (calls[edge]++ === 0) edgeUs[edge] = (edgeUs[edge] ?? 0) + subtreeUs[node];
    },
    leave(node) {
      const row = rowOf[nodes.func[node]];
      if (row >= 0) frames[row]--;
      if (edgeOf[node] >= 0) calls[edgeOf[node]]--;
    },
  });
}
