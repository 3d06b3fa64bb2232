import type { FlameBoxes, MergedTree } from './view.ts';

/** Callees below their caller, the heaviest leftmost, whatever the order of time. Level by level, so each depth comes out sorted. */
export function layoutLeftHeavy({ length, total, childStart, order }: MergedTree): FlameBoxes {
  const shown = childStart[length] + 1;
  /** A box begins where its caller or its neighbour does or ends, so each brings one edge of its own: its end. */
  const edges = new Float64Array(shown + 1);
  const left = new Int32Array(shown);
  const right = new Int32Array(shown);
  const row = new Int32Array(shown);
  const rowStart = [0];
  edges[1] = total[0];
  right[0] = 1;
  let boxes = 1;
  for (let box = 0; box < boxes; ) {
    rowStart.push(boxes);
    for (const levelEnd = boxes; box < levelEnd; box++) {
      let reached = left[box];
      for (let at = childStart[row[box]]; at < childStart[row[box] + 1]; at++) {
        row[boxes] = order[at];
        left[boxes] = reached;
        edges[boxes + 1] = edges[reached] + total[order[at]];
        reached = boxes + 1;
        right[boxes++] = reached;
      }
    }
  }
  return { depth: rowStart.length - 1, rowStart: Int32Array.from(rowStart), edges, left, right, row };
}
