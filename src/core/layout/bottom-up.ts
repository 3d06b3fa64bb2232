import { rankRows } from '../model/rank-rows.ts';
import type { RowWeights } from './finish-tree.ts';
import type { MergedTree } from './view.ts';

/**
 * One row of the bottom-up tree: a function at some distance from the function on top. The whole tree may have as many rows as
 * there are pairs of a frame and a caller, a million deep: it is opened row by row.
 */
export interface BottomUpRow {
  readonly func: number;
  /** Of the function on top, as far as it was reached this way. */
  readonly self: number;
  readonly samples: number;
  readonly hasCallers: boolean;
  /** Rows of the tree with own time or samples, and beside each the caller this row stands for. */
  readonly leaves: Int32Array;
  readonly frames: Int32Array;
}

/** The first level: every function that was on top, heaviest first. */
export function listTopFunctions(tree: MergedTree, own: RowWeights): BottomUpRow[] {
  const leaves = Int32Array.from(tree.func.keys()).filter((row) => own.self[row] > 0 || own.samples[row] > 0);
  return group(tree, own, leaves, leaves);
}

/** The callers of a row, heaviest first; what the program itself called has none. */
export function listCallers(tree: MergedTree, own: RowWeights, { leaves, frames }: BottomUpRow): BottomUpRow[] {
  return group(tree, own, leaves, frames.map((frame) => tree.parent[frame]));
}

function group({ parent, func }: MergedTree, { self, samples }: RowWeights, leaves: Int32Array, frames: Int32Array): BottomUpRow[] {
  const places = new Map<number, number[]>();
  frames.forEach((frame, place) => {
    if (frame <= 0) return;
    const held = places.get(func[frame]);
    if (held) held.push(place);
    else places.set(func[frame], [place]);
  });
  const rows = [...places].map(([called, held]): BottomUpRow => ({
    func: called,
    self: held.reduce((sum, place) => sum + self[leaves[place]], 0),
    samples: held.reduce((sum, place) => sum + samples[leaves[place]], 0),
    hasCallers: held.some((place) => parent[frames[place]] > 0),
    leaves: Int32Array.from(held, (place) => leaves[place]),
    frames: Int32Array.from(held, (place) => frames[place]),
  }));
  return Array.from(rankRows(rows.map((row) => row.self)), (row) => rows[row]);
}
