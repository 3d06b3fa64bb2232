import { finishTree } from '../layout/finish-tree.ts';
import type { MergedTree } from '../layout/view.ts';
import { rankRows } from '../model/rank-rows.ts';
import { type Difference, ownSamples } from './merge-difference.ts';

/** Stacks the earlier run had and the later one has not. */
export interface Vanished {
  /** Rows of the difference whose caller is still there, heaviest first: with each of them everything below it vanished. */
  readonly tops: Int32Array;
  /** The earlier run's tree with the time of what vanished only. */
  readonly tree: MergedTree;
}

export function findVanished({ before, after }: Difference): Vanished {
  const { length, parent, func } = before;
  const isVanished = (row: number): boolean => row > 0 && after.total[row] === 0 && after.samples[row] === 0 && (before.total[row] > 0 || before.samples[row] > 0);
  const tops: number[] = [];
  const own = { self: new Float64Array(length), samples: ownSamples(before) };
  for (let row = 0; row < length; row++) {
    if (!isVanished(row)) own.samples[row] = 0;
    else {
      own.self[row] = before.self[row];
      if (!isVanished(parent[row])) tops.push(row);
    }
  }
  const ranked = rankRows(tops.map((row) => before.total[row])).map((at) => tops[at]);
  return { tops: ranked, tree: finishTree({ length, parent, func }, own) };
}
