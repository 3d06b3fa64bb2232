import { findHeaviestPath } from '../../core/layout/find-heaviest-path.ts';
import type { MergedTree } from '../../core/layout/view.ts';

/** The callers of a row, outermost first, without the root and without the row itself. */
export function callersOf({ parent }: MergedTree, row: number): readonly number[] {
  const rows: number[] = [];
  for (let caller = parent[row]; caller > 0; caller = parent[caller]) rows.push(caller);
  return rows.reverse();
}

/** Where the heaviest path from a row leads: to the call that spends more itself than any of its callees. The row itself when it is that. */
export function heaviestCall(tree: MergedTree, from: number): number {
  const { self, total } = tree;
  const path = findHeaviestPath(tree, from);
  const end = path.findIndex((row, at) => row !== 0 && at + 1 < path.length && self[row] >= total[path[at + 1]]);
  return path[end < 0 ? path.length - 1 : end];
}

/** The row of a function with the most time, -1 when it is not in the tree. */
export function heaviestRowOf({ length, func, total }: MergedTree, wanted: number): number {
  let best = -1;
  for (let row = 0; row < length; row++) {
    if (func[row] === wanted && (best < 0 || total[row] > total[best])) best = row;
  }
  return best;
}
