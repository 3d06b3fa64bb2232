import { countSubtrees, orderDepthFirst } from '../model/call-tree.ts';
import { PairTable } from '../model/pair-table.ts';
import { finishTree, type RowWeights } from './finish-tree.ts';
import { listCalls } from './merge-lanes.ts';
import type { MergedTree } from './view.ts';

/** A picture of callers ends after so many steps up: a million frames of recursion have as many different ways to their callers, each as long. */
const mostSteps = 4_000_000;

/** Everything one function called, as one tree. Row 0 is the function; a call below itself is a row like any other. */
export function buildCallees({ length, parent, func }: MergedTree, own: RowWeights, of: number): MergedTree {
  const pairs = new PairTable();
  const under = new Int32Array(length).fill(-1);
  for (let row = 1; row < length; row++) {
    const caller = under[parent[row]];
    if (caller >= 0) under[row] = pairs.row(caller, func[row]) + 1;
    else if (func[row] === of) under[row] = 0;
  }
  const calls = listCalls(pairs, of);
  const weights = { self: new Float64Array(calls.length), samples: new Float64Array(calls.length) };
  for (let row = 0; row < length; row++) {
    if (under[row] < 0) continue;
    weights.self[under[row]] += own.self[row];
    weights.samples[under[row]] += own.samples[row];
  }
  return finishTree(calls, weights);
}

/** One function's callers, and theirs, below it. Row 0 is the function; only its outermost call on a stack counts, so times add up to its total. */
export function buildCallers(tree: MergedTree, of: number): MergedTree {
  const pairs = new PairTable();
  const calls = listOutermost(tree, of);
  /** By call: the row its way up has reached, and the frame that row stands for. */
  const row = new Int32Array(calls.length);
  const frame = calls.slice();
  const climbing = Int32Array.from(calls.keys());
  let steps = 0;
  for (let left = calls.length; left > 0; ) {
    let kept = 0;
    for (let at = 0; at < left; at++) {
      const call = climbing[at];
      const caller = tree.parent[frame[call]];
      if (caller <= 0 || ++steps > mostSteps) continue;
      row[call] = pairs.row(row[call], tree.func[caller]) + 1;
      frame[call] = caller;
      climbing[kept++] = call;
    }
    left = kept;
  }
  const rows = listCalls(pairs, of);
  const weights = { self: new Float64Array(rows.length), samples: new Float64Array(rows.length) };
  for (let call = 0; call < calls.length; call++) {
    weights.self[row[call]] += tree.total[calls[call]];
    weights.samples[row[call]] += tree.samples[calls[call]];
  }
  return finishTree(rows, weights);
}

function listOutermost(tree: MergedTree, of: number): Int32Array {
  const size = countSubtrees(tree);
  const order = orderDepthFirst(tree, size);
  const found: number[] = [];
  for (let place = 0; place < order.length; place++) {
    if (tree.func[order[place]] !== of) continue;
    found.push(order[place]);
    place += size[order[place]] - 1;
  }
  return Int32Array.from(found);
}
