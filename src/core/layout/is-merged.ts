import type { FlameFunctions, FlameLane } from '../model/flame-data.ts';
import { PairTable } from '../model/pair-table.ts';
import { categories } from '../model/profile.ts';

const firstMetaCategory = categories.indexOf('gc');

/**
 * Whether a lane has one node a stack already, as V8's mostly have, which is cheaper to see than to make: no caller has a function twice, or
 * hides a frame below a hidden one. V8 lists its nodes depth first: of a function, only calls by callers on the way to a node are remembered.
 */
export function isMerged(lane: FlameLane, functions: FlameFunctions): boolean {
  const { length, parent, func } = lane.nodes;
  /** By function: its last node, 0 = none. By node: the node of its function that a caller further up has, 0 = none. */
  const last = new Int32Array(functions.length);
  const outer = new Int32Array(length);
  let node = 1;
  for (; node < length; node++) {
    const caller = parent[node];
    const called = func[node];
    let above = node - 1;
    while (above > caller) above = parent[above];
    if (above !== caller) break;
    if (isHiddenTwice(func[caller], called, functions)) return false;
    let seen = last[called];
    // Callers behind this one have returned.
    while (parent[seen] > caller) seen = outer[seen];
    if (seen > 0 && parent[seen] === caller) return false;
    outer[node] = seen;
    last[called] = node;
  }
  return node === length || isRestMerged(lane, functions, node);
}

/** Nodes behind those that stand depth first: collections, which were put below what they interrupted. Many are as cheap to merge. */
function isRestMerged({ nodes: { length, parent, func } }: FlameLane, functions: FlameFunctions, from: number): boolean {
  const asked = new Uint8Array(functions.length);
  for (let node = from; node < length; node++) asked[func[node]] = 1;
  const calls = new PairTable();
  for (let node = 1; node < length; node++) {
    if (asked[func[node]] === 0) continue;
    const known = calls.length;
    calls.row(parent[node], func[node]);
    if (calls.length === known || known * 8 > length + 1024 || isHiddenTwice(func[parent[node]], func[node], functions)) return false;
  }
  return true;
}

const isHiddenTwice = (caller: number, called: number, { category }: FlameFunctions): boolean => caller === called && category[called] >= firstMetaCategory;
