import { rankRows } from './rank-rows.ts';
import type { CallTree } from './top-down.ts';

/**
 * One row of the bottom-up tree: a function at some distance from the function on top. The whole tree may have as many rows as
 * there are pairs of a frame and a caller, a million deep: it is opened row by row.
 */
export interface BottomUpRow {
  /** Row of the `FunctionTable`. */
  readonly func: number;
  /** Self time of the function on top, as far as it was reached this way, µs. */
  readonly self: number;
  /** Rows of the call tree with self time, and beside each the ancestor this row stands for. */
  readonly leaves: Int32Array;
  readonly frames: Int32Array;
}

/** The first level: every function with self time, heaviest first. */
export function listTopFunctions(tree: CallTree): BottomUpRow[] {
  const leaves = Int32Array.from(tree.self.keys()).filter((row) => tree.self[row] > 0);
  return group(tree, leaves, leaves);
}

/** The callers of a row, heaviest first; what the program itself called has none. */
export function listCallers(tree: CallTree, { leaves, frames }: BottomUpRow): BottomUpRow[] {
  return group(tree, leaves, frames.map((frame) => tree.parent[frame]));
}

function group(tree: CallTree, leaves: Int32Array, frames: Int32Array): BottomUpRow[] {
  const places = new Map<number, number[]>();
  frames.forEach((frame, place) => {
    if (frame <= 0) return;
    const held = places.get(tree.func[frame]);
    if (held) held.push(place);
    else places.set(tree.func[frame], [place]);
  });
  const rows = [...places].map(([func, held]) => ({
    func,
    self: held.reduce((sum, place) => sum + tree.self[leaves[place]], 0),
    leaves: Int32Array.from(held, (place) => leaves[place]),
    frames: Int32Array.from(held, (place) => frames[place]),
  }));
  return Array.from(rankRows(rows.map(({ self }) => self)), (row) => rows[row]);
}
