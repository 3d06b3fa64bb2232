import type { FlameData, FlameLane } from '../model/flame-data.ts';
import { finishTree, type RowWeights } from './finish-tree.ts';
import { type MergedCalls, mergeLanes } from './merge-lanes.ts';
import { totalFunctions } from './total-functions.ts';
import { transformCalls } from './transform-calls.ts';
import type { FunctionTotals, MergedTree, ViewScope } from './view.ts';
import { type NodeWeights, weighLane } from './weigh-lane.ts';

/** The data as one scope shows it; every view is made from this. */
export interface ScopedCalls {
  readonly data: FlameData;
  readonly scope: ViewScope;
  /** Of the scope, in its order. */
  readonly lanes: readonly FlameLane[];
  readonly calls: MergedCalls;
  /** By lane of the scope. */
  readonly weights: readonly NodeWeights[];
  readonly own: RowWeights;
  readonly tree: MergedTree;
  readonly functions: FunctionTotals;
}

/**
 * Linear in nodes and, with a range, samples. Rows are the same whatever the range.
 * @param before another scope of the same data: what is the same is taken from it
 */
export function scopeCalls(data: FlameData, scope: ViewScope, before: ScopedCalls | null): ScopedCalls {
  if (before !== null && JSON.stringify(before.scope) === JSON.stringify(scope)) return before;
  const lanes = scope.lanes.length === 0 ? data.lanes : scope.lanes.flatMap((lane) => data.lanes[lane] ?? []);
  const same = before !== null && sameCalls(before.scope, scope);
  const calls = same ? before.calls : transformCalls(mergeLanes(lanes, data.functions), scope.transforms, data.functions);
  const weights = lanes.map((lane) => weighLane(lane, scope.range));
  const own = sumRows(calls, weights);
  const tree = finishTree(calls, own);
  return { data, scope, lanes, calls, weights, own, tree, functions: totalFunctions(tree, own, data.functions) };
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
