import type { Overview } from '../../core/layout/view.ts';

/** Where something ran, a column is at least so high: a shallow phase beside a deep one stays in sight. */
const lowest = 0.12;

/** Calls of the deepest step. */
export const deepestOf = ({ depth }: Overview): number => depth.reduce((most, each) => Math.max(most, each), 0);

/**
 * The parts of one column of the picture from its foot, as shares of the whole height: own code, dependencies, garbage collection, the rest.
 * Of the steps it covers the deepest one gives the height, so that a short burst stays in sight; their time together gives the parts.
 * @param from share of the axis, 0–1
 */
export function columnOf({ busy, own, dependency, gc, depth }: Overview, from: number, to: number, deepest: number): readonly number[] {
  const first = Math.min(busy.length - 1, Math.floor(from * busy.length));
  const end = Math.min(busy.length, Math.max(first + 1, Math.floor(to * busy.length)));
  let [deep, all, mine, theirs, collected] = [0, 0, 0, 0, 0];
  for (let step = first; step < end; step++) {
    deep = Math.max(deep, depth[step]);
    all += busy[step];
    mine += own[step];
    theirs += dependency[step];
    collected += gc[step];
  }
  if (all <= 0 || deepest <= 0) return [0, 0, 0, 0];
  const height = Math.max(lowest, deep / deepest);
  return [mine, theirs, collected, Math.max(0, all - mine - theirs - collected)].map((part) => (part / all) * height);
}
