import type { FlameLane } from '../model/flame-data.ts';
import type { ViewScope } from './view.ts';

/** What each node of a lane had on top of the stack. By node. */
export interface NodeWeights {
  readonly self: Float64Array;
  readonly samples: ArrayLike<number>;
}

/** Of the whole lane, or of a range: a sample that reaches over an end counts, with the time inside. A lane without an order has no time in any range. */
export function weighLane({ nodes, samples, firstSample }: FlameLane, range: ViewScope['range']): NodeWeights {
  if (range === null) return nodes;
  const [from, to] = range;
  const self = new Float64Array(nodes.length);
  const counts = new Float64Array(nodes.length);
  const { length, node, duration } = samples;
  for (let sample = 0, start = firstSample; sample < length && start < to; sample++) {
    const end = start + duration[sample];
    if (end > from) {
      self[node[sample]] += Math.min(end, to) - Math.max(start, from);
      counts[node[sample]]++;
    }
    start = end;
  }
  return { self, samples: counts };
}
