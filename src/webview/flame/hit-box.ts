import type { FlameScene } from './flame-picture.ts';
import { firstAbove } from './seek-boxes.ts';

/**
 * Index of the box at a place, -1 = none.
 * @param at on the x axis, in the unit of the boxes
 * @param slack so far beside a box still means it: half a pixel
 */
export function hitBox({ boxes }: Pick<FlameScene, 'boxes'>, depth: number, at: number, slack: number): number {
  if (depth < 0 || depth >= boxes.depth) return -1;
  const { edges, left, right, rowStart } = boxes;
  const last = rowStart[depth + 1];
  const next = firstAbove(edges, right, rowStart[depth], last, at);
  if (next < last && edges[left[next]] <= at) return next;
  const after = next < last ? edges[left[next]] - at : Infinity;
  const before = next > rowStart[depth] ? at - edges[right[next - 1]] : Infinity;
  if (Math.min(before, after) > slack) return -1;
  return before <= after ? next - 1 : next;
}
