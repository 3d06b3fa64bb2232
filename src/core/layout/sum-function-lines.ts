import type { ScopedCalls } from './scoped-calls.ts';

/** Own time of a function by line. */
export interface FunctionLine {
  /** 1-based line of the function's file; 0 = unknown, where the function has no line either. */
  readonly line: number;
  readonly self: number;
  readonly ticks: number;
}

/** A node's own time is split over its ticks; without ticks it goes to the line the function begins on. By line ascending; linear in the nodes. */
export function sumFunctionLines({ data, lanes, calls, weights }: ScopedCalls, func: number): FunctionLine[] {
  const self = new Map<number, number>();
  const ticks = new Map<number, number>();
  const begins = data.functions.line[func];
  const add = (line: number, time: number, count: number): void => {
    self.set(line, (self.get(line) ?? 0) + time);
    ticks.set(line, (ticks.get(line) ?? 0) + count);
  };
  lanes.forEach(({ nodes, ticks: { start, line, count } }, lane) => {
    const weight = weights[lane];
    for (let node = 0; node < nodes.length; node++) {
      if (nodes.func[node] !== func || calls.rowOf[lane][node] < 0 || (weight.self[node] === 0 && weight.samples[node] === 0)) continue;
      let all = 0;
      for (let tick = start[node]; tick < start[node + 1]; tick++) all += count[tick];
      if (all === 0) add(begins, weight.self[node], weight.samples[node]);
      // Ticks bear no time: a range has its share of the node's samples, and the same share of its ticks.
      const share = nodes.samples[node] > 0 ? weight.samples[node] / nodes.samples[node] : 1;
      for (let tick = start[node]; tick < start[node + 1] && all > 0; tick++) add(line[tick] || begins, (weight.self[node] * count[tick]) / all, share * count[tick]);
    }
  });
  return [...self.keys()].sort((one, other) => one - other).map((line) => ({ line, self: self.get(line) ?? 0, ticks: Math.round(ticks.get(line) ?? 0) }));
}
