import type { MatchSide } from './match-side.ts';

/** Where a function stands among the others of its file; all by row of functions. */
export interface Places {
  /** The last function above it that has its pair, by its row in the earlier run; -1 = none above it. */
  readonly owner: Int32Array;
  /** Lines below that function, or in the file. */
  readonly offset: Int32Array;
  /** Lines to the functions above and below, whatever they are. */
  readonly gapAbove: Int32Array;
  readonly gapBelow: Int32Array;
}

/** @param pairOf row of functions → its row in the earlier run, -1 while it has no pair */
export function measurePlaces({ functions: { length, line }, files }: MatchSide, pairOf: (row: number) => number): Places {
  const places = { owner: new Int32Array(length).fill(-1), offset: new Int32Array(length), gapAbove: new Int32Array(length), gapBelow: new Int32Array(length) };
  for (let file = 0; file < files.length; file++) {
    let owner = -1;
    let ownerLine = 0;
    for (let at = files.start[file]; at < files.start[file + 1]; at++) {
      const row = files.order[at];
      const above = at > files.start[file] ? files.order[at - 1] : -1;
      const gap = line[row] - (above < 0 ? 0 : line[above]);
      places.owner[row] = owner;
      places.offset[row] = line[row] - ownerLine;
      places.gapAbove[row] = gap;
      if (above >= 0) places.gapBelow[above] = gap;
      if (pairOf(row) < 0) continue;
      owner = pairOf(row);
      ownerLine = line[row];
    }
  }
  return places;
}
