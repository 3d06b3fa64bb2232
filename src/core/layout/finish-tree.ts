import { rankByOwner } from '../model/rank-rows.ts';
import type { Calls } from './merge-lanes.ts';
import type { MergedTree } from './view.ts';

/** What each row had on top of the stack. By row. */
export interface RowWeights {
  readonly self: Float64Array;
  readonly samples: Float64Array;
}

/** Adds up from the leaves and ranks each row's children. Linear but for the sorting of siblings. */
export function finishTree({ length, parent, func }: Calls, { self, samples: own }: RowWeights): MergedTree {
  const total = self.slice();
  const samples = own.slice();
  for (let row = length - 1; row > 0; row--) {
    total[parent[row]] += total[row];
    samples[parent[row]] += samples[row];
  }
  const { start: childStart, order } = rankChildren(parent, total, samples);
  return { length, parent, func, self, total, samples, childStart, order };
}

/** A row without time and without a sample is nobody's child. */
function rankChildren(parent: Int32Array, total: Float64Array, samples: Float64Array) {
  const nobody = parent.length;
  const owner = new Int32Array(nobody);
  for (let row = 0; row < nobody; row++) owner[row] = row > 0 && (total[row] > 0 || samples[row] > 0) ? parent[row] : nobody;
  return rankByOwner(owner, nobody, total);
}
