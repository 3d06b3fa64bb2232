import { finishTree } from '../layout/finish-tree.ts';
import { listCalls } from '../layout/merge-lanes.ts';
import type { MergedTree } from '../layout/view.ts';
import { PairTable } from '../model/pair-table.ts';

/** The calls of two runs over the same rows: a row is one stack, with what it took in each. What one run lacks has no time there and is nobody's child. */
export interface Difference {
  readonly before: MergedTree;
  readonly after: MergedTree;
}

/** Of two scopes of joined runs. Linear; rows of `after` keep their numbers, those only `before` has follow. */
export function mergeDifference(before: MergedTree, after: MergedTree): Difference {
  const pairs = new PairTable();
  const afterRows = addCalls(after, pairs);
  const beforeRows = addCalls(before, pairs);
  const calls = listCalls(pairs, after.func[0]);
  const finish = (tree: MergedTree, rows: Int32Array): MergedTree => {
    const own = { self: new Float64Array(calls.length), samples: new Float64Array(calls.length) };
    const samples = ownSamples(tree);
    rows.forEach((row, at) => {
      own.self[row] += tree.self[at];
      own.samples[row] += samples[at];
    });
    return finishTree(calls, own);
  };
  return { before: finish(before, beforeRows), after: finish(after, afterRows) };
}

/** By row: its row among all. */
function addCalls({ length, parent, func }: MergedTree, pairs: PairTable): Int32Array {
  const rows = new Int32Array(length);
  for (let row = 1; row < length; row++) rows[row] = pairs.row(rows[parent[row]], func[row]) + 1;
  return rows;
}

/** A tree says the samples of a row and all below; here only those with the row on top. */
export function ownSamples({ length, parent, samples }: MergedTree): Float64Array {
  const own = samples.slice();
  for (let row = 1; row < length; row++) own[parent[row]] -= samples[row];
  return own;
}
