import type { FlameBoxes, MergedTree } from './view.ts';

/** Callees below their caller, the heaviest leftmost, whatever the order of time. Level by level, so each depth comes out sorted. */
export function layoutLeftHeavy({ length, total, childStart, order }: MergedTree): FlameBoxes {
  const shown = childStart[length] + 1;
  const start = new Float64Array(shown);
  const end = new Float64Array(shown);
  const row = new Int32Array(shown);
  const rowStart = [0];
  end[0] = total[0];
  let boxes = 1;
  for (let box = 0; box < boxes; ) {
    rowStart.push(boxes);
    for (const levelEnd = boxes; box < levelEnd; box++) {
      let left = start[box];
      for (let at = childStart[row[box]]; at < childStart[row[box] + 1]; at++) {
        row[boxes] = order[at];
        start[boxes] = left;
        left += total[order[at]];
        end[boxes++] = left;
      }
    }
  }
  return { depth: rowStart.length - 1, rowStart: Int32Array.from(rowStart), start, end, row };
}
