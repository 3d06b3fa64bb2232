import type { FlameData, FlameLane } from '../model/flame-data.ts';
import { finishTree, type RowWeights } from './finish-tree.ts';
import { type MergedCalls, mergeLanes } from './merge-lanes.ts';
import { totalFunctions } from './total-functions.ts';
import { transformCalls } from './transform-calls.ts';
import type { FunctionTotals, MergedTree, ViewScope } from './view.ts';
import { type NodeWeights, weighLane } from './weigh-lane.ts';

/** Who called whom in one scope: all that a picture in the order of time needs. */
export interface MergedScope {
  readonly data: FlameData;
  readonly scope: ViewScope;
  /** Of the scope, in its order. */
  readonly lanes: readonly FlameLane[];
  readonly calls: MergedCalls;
}

/** The data as one scope shows it; every view is made from this. */
export interface ScopedCalls extends MergedScope {
  /** By lane of the scope. */
  readonly weights: readonly NodeWeights[];
  readonly own: RowWeights;
  readonly tree: MergedTree;
  readonly functions: FunctionTotals;
}

/**
 * Linear in nodes. Rows are the same whatever the range.
 * @param before another scope of the same data: what is the same is taken from it
 */
export function mergeScope(data: FlameData, scope: ViewScope, before: MergedScope | null): MergedScope {
  const lanes = scope.lanes.length === 0 ? data.lanes : scope.lanes.flatMap((lane) => data.lanes[lane] ?? []);
  const same = before !== null && sameCalls(before.scope, scope);
  return { data, scope, lanes, calls: same ? before.calls : transformCalls(mergeLanes(lanes, data.functions), scope.transforms, data.functions) };
}

/** The sums of a scope; linear in nodes and, with a range, samples. */
export function scopeCalls(merged: MergedScope): ScopedCalls {
  const { data, scope, lanes, calls } = merged;
  const weights = lanes.map((lane) => weighLane(lane, scope.range));
  const own = sumRows(calls, weights);
  const tree = finishTree(calls, own);
  return { ...merged, weights, own, tree, functions: totalFunctions(tree, own, data.functions) };
}

const sameCalls = (one: ViewScope, other: ViewScope): boolean => JSON.stringify([one.lanes, one.transforms]) === JSON.stringify([other.lanes, other.transforms]);

function sumRows({ length, rowOf }: MergedCalls, weights: readonly NodeWeights[]): RowWeights {
  const own = { self: new Float64Array(length), samples: new Float64Array(length) };
  weights.forEach(({ self, samples }, lane) => {
    const rows = rowOf[lane];
    for (let node = 0; node < rows.length; node++) {
      const row = rows[node];
      if (row < 0) continue;
      own.self[row] += self[node];
      own.samples[row] += samples[node];
    }
  });
  return own;
}
