import type { MergedTree } from './view.ts';

/** From a row down to a leaf, always to the heaviest callee. */
export function findHeaviestPath({ childStart, order }: MergedTree, from: number): Int32Array {
  const path = [from];
  for (let row = from; childStart[row] < childStart[row + 1]; ) {
    row = order[childStart[row]];
    path.push(row);
  }
  return Int32Array.from(path);
}
