import { categories } from '../model/profile.ts';
import type { FlameLane } from '../model/flame-data.ts';
import type { ScopedCalls } from './scoped-calls.ts';
import type { NodeWeights } from './weigh-lane.ts';

const idleCategory = categories.indexOf('idle');

/** So many evenly spaced samples the scope's busy time is worth (Kish), as `Analysis` counts those of the whole run. Linear in the samples. */
export function countScopeSamples({ data, scope, lanes, calls, weights, functions }: ScopedCalls): number {
  const { category } = data.functions;
  const busy = functions.all - functions.idle;
  let squares = 0;
  lanes.forEach((lane, at) => {
    const isBusy = (node: number): boolean => calls.rowOf[at][node] >= 0 && category[lane.nodes.func[node]] !== idleCategory;
    squares += lane.samples.length > 0 ? sumSquares(lane, scope.range ?? [-Infinity, Infinity], isBusy) : sumHitSquares(weights[at], lane.nodes.length, isBusy);
  });
  return squares > 0 ? (busy * busy) / squares : 0;
}

function sumSquares({ samples: { length, node, duration }, firstSample }: FlameLane, [from, to]: readonly [number, number], isBusy: (node: number) => boolean): number {
  let squares = 0;
  for (let sample = 0, start = firstSample; sample < length && start < to; sample++) {
    const end = start + duration[sample];
    const inside = Math.min(end, to) - Math.max(start, from);
    if (inside > 0 && isBusy(node[sample])) squares += inside * inside;
    start = end;
  }
  return squares;
}

/** Without an order each hit is taken to last as long as the others of its node. */
function sumHitSquares({ self, samples }: NodeWeights, length: number, isBusy: (node: number) => boolean): number {
  let squares = 0;
  for (let node = 0; node < length; node++) {
    if (samples[node] > 0 && isBusy(node)) squares += (self[node] * self[node]) / samples[node];
  }
  return squares;
}
