import { countSubtrees, measureDepths, orderDepthFirst } from '../model/call-tree.ts';
import type { FlameLane } from '../model/flame-data.ts';

/** What is told of a lane: frames that open and close at a moment, counted from the beginning of the lane in its unit. */
export interface StackVisitor {
  open(node: number, at: number): void;
  close(node: number, at: number): void;
}

/**
 * Goes through a lane in the order of time, or where it has none through its tree, each node for as long as its own value. The root
 * is not told, nor are nodes that `isGap` says are none: nothing is open meanwhile. Yields after each stack, so that a writer can give
 * out what it has.
 */
export function* visitStacks(lane: FlameLane, isGap: (node: number) => boolean, visitor: StackVisitor): Generator<undefined> {
  const walk = new StackWalk(lane, isGap, visitor);
  const { samples, nodes } = lane;
  if (samples.length > 0) {
    for (const [node, duration] of listUnsampled(lane)) walk.stay(node, duration);
    for (let at = 0; at < samples.length; at++) {
      walk.stay(samples.node[at], samples.duration[at]);
      yield undefined;
    }
  } else {
    for (const node of orderDepthFirst(nodes, countSubtrees(nodes))) {
      if (nodes.self[node] > 0) walk.stay(node, nodes.self[node]);
      yield undefined;
    }
  }
  walk.move(0);
}

/** Time of a node that no sample says: that before the first sample, which V8 gives to `(program)`. It comes first. */
function listUnsampled({ nodes, samples, duration }: FlameLane): (readonly [node: number, duration: number])[] {
  const left = nodes.self.slice();
  for (let at = 0; at < samples.length; at++) left[samples.node[at]] -= samples.duration[at];
  const noise = duration * 1e-9;
  return [...left.entries()].filter(([, value]) => value > noise);
}

class StackWalk {
  readonly #parent: Int32Array;
  readonly #depth: Int32Array;
  readonly #isGap: (node: number) => boolean;
  readonly #visitor: StackVisitor;
  #node = 0;
  #now = 0;

  constructor({ nodes }: FlameLane, isGap: (node: number) => boolean, visitor: StackVisitor) {
    this.#parent = nodes.parent;
    this.#depth = measureDepths(nodes);
    this.#isGap = isGap;
    this.#visitor = visitor;
  }

  stay(node: number, duration: number): void {
    this.move(this.#isGap(node) ? 0 : node);
    this.#now += duration;
  }

  /** Closes what the other node does not share, then opens what is new, callers first. */
  move(to: number): void {
    const parent = this.#parent;
    const depth = this.#depth;
    const opened: number[] = [];
    let up = to;
    while (this.#node !== up) {
      if (depth[this.#node] < depth[up]) {
        opened.push(up);
        up = parent[up];
      } else {
        this.#visitor.close(this.#node, this.#now);
        this.#node = parent[this.#node];
      }
    }
    while (opened.length > 0) this.#visitor.open(opened.pop() ?? 0, this.#now);
    this.#node = to;
  }
}
