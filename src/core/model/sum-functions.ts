import { measureSubtrees, orderDepthFirst } from './call-tree.ts';
import type { FunctionTable } from './function-table.ts';
import { PairTable } from './pair-table.ts';
import { categories, type NodeColumns, type Profile } from './profile.ts';
import type { SelfTimes } from './sum-self.ts';

const gc = categories.indexOf('gc');

/** Times of the rows of a `FunctionTable`, µs, summed over profiles. */
export interface FunctionSums {
  readonly selfUs: Float64Array;
  /** Recursion counted once: only the outermost frame of a function on a stack adds its subtree. */
  readonly totalUs: Float64Array;
  readonly samples: Float64Array;
  /** Of collections that interrupted the function itself: part of its total, not of its self time. */
  readonly gcUs: Float64Array;
  /** (caller, callee). */
  readonly edges: PairTable;
  /** By row of `edges`; recursion counted once here too: only the outermost call along the same edge adds. */
  readonly edgeUs: Float64Array;
}

/** Linear in the nodes of all profiles. */
export function sumFunctions(table: FunctionTable, profiles: readonly Profile[], selves: readonly SelfTimes[]): FunctionSums {
  const { length, rowOf } = table;
  const edges = new PairTable();
  const edgesOf = profiles.map(({ nodes }, index) => numberEdges(edges, nodes, rowOf[index]));
  const sums = { selfUs: new Float64Array(length), totalUs: new Float64Array(length), samples: new Float64Array(length), gcUs: new Float64Array(length), edges, edgeUs: new Float64Array(edges.length) };
  profiles.forEach(({ nodes }, index) => {
    addSelf(sums, selves[index], rowOf[index]);
    addGc(sums, profiles[index], rowOf[index]);
    addTotals(sums, nodes, rowOf[index], edgesOf[index]);
  });
  return sums;
}

function addSelf(sums: FunctionSums, { us, samples }: SelfTimes, rowOf: Int32Array): void {
  for (let func = 0; func < rowOf.length; func++) {
    const row = rowOf[func];
    if (row < 0) continue;
    sums.selfUs[row] += us[func];
    sums.samples[row] += samples[func];
  }
}

function addGc({ gcUs }: FunctionSums, { nodes: { length, parent, func, self }, functions: { category } }: Profile, rowOf: Int32Array): void {
  for (let node = 1; node < length; node++) {
    if (category[func[node]] !== gc) continue;
    const interrupted = rowOf[func[parent[node]]];
    if (interrupted >= 0) gcUs[interrupted] += self[node];
  }
}

/** Row of `edges` by node; -1 where the node or its caller is a meta frame. */
function numberEdges(edges: PairTable, { length, parent, func }: NodeColumns, rowOf: Int32Array): Int32Array {
  const edgeOf = new Int32Array(length).fill(-1);
  for (let node = 1; node < length; node++) {
    const caller = rowOf[func[parent[node]]];
    const callee = rowOf[func[node]];
    if (caller >= 0 && callee >= 0) edgeOf[node] = edges.row(caller, callee);
  }
  return edgeOf;
}

/** Goes depth first. A frame is the outermost of its function if it stands behind all below the last one that was. */
function addTotals({ totalUs, edgeUs }: FunctionSums, nodes: NodeColumns, rowOf: Int32Array, edgeOf: Int32Array): void {
  const { func } = nodes;
  const { us, size } = measureSubtrees(nodes);
  const order = orderDepthFirst(nodes, size);
  const openUntil = new Int32Array(totalUs.length);
  const callOpenUntil = new Int32Array(edgeUs.length);
  for (let place = 0; place < order.length; place++) {
    const node = order[place];
    const row = rowOf[func[node]];
    if (row >= 0 && place >= openUntil[row]) {
      openUntil[row] = place + size[node];
      totalUs[row] += us[node];
    }
    const edge = edgeOf[node];
    if (edge >= 0 && place >= callOpenUntil[edge]) {
      callOpenUntil[edge] = place + size[node];
      edgeUs[edge] += us[node];
    }
  }
}
