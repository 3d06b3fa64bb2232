import { endOf, startOf } from '../../core/layout/box-edges.ts';
import type { FlameBoxes } from '../../core/layout/view.ts';

/** Row of the picture a box stands in. */
export function depthOf({ depth, rowStart }: FlameBoxes, box: number): number {
  let low = 0;
  let high = depth - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (rowStart[middle] <= box) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The first box of a depth that ends behind `x`, or the depth's end. */
function firstEndingAfter(boxes: FlameBoxes, depth: number, x: number): number {
  let low = boxes.rowStart[depth];
  let high = boxes.rowStart[depth + 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(boxes, middle) > x) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The box of a depth that covers `x`, -1 = none. */
export function boxAt(boxes: FlameBoxes, depth: number, x: number): number {
  if (depth < 0 || depth >= boxes.depth) return -1;
  const box = firstEndingAfter(boxes, depth, x);
  return box < boxes.rowStart[depth + 1] && startOf(boxes, box) <= x ? box : -1;
}

export const callerBox = (boxes: FlameBoxes, box: number): number => boxAt(boxes, depthOf(boxes, box) - 1, middleOf(boxes, box));

/** The widest of the boxes it called, -1 = none. */
export function widestCallee(boxes: FlameBoxes, box: number): number {
  const depth = depthOf(boxes, box) + 1;
  if (depth >= boxes.depth) return -1;
  let widest = -1;
  for (let at = firstEndingAfter(boxes, depth, startOf(boxes, box)); at < boxes.rowStart[depth + 1] && startOf(boxes, at) < endOf(boxes, box); at++) {
    if (widest < 0 || widthOf(boxes, at) > widthOf(boxes, widest)) widest = at;
  }
  return widest;
}

/** The neighbour in the same row, -1 = none. */
export function siblingBox(boxes: FlameBoxes, box: number, step: 1 | -1): number {
  const depth = depthOf(boxes, box);
  const next = box + step;
  return next >= boxes.rowStart[depth] && next < boxes.rowStart[depth + 1] ? next : -1;
}

/** The widest box that `wanted` says yes to, -1 = none. */
export function widestBox(boxes: FlameBoxes, wanted: (row: number) => boolean): number {
  let widest = -1;
  for (let box = 0; box < boxes.row.length; box++) {
    if (wanted(boxes.row[box]) && (widest < 0 || widthOf(boxes, box) > widthOf(boxes, widest))) widest = box;
  }
  return widest;
}

export const widthOf = (boxes: FlameBoxes, box: number): number => endOf(boxes, box) - startOf(boxes, box);
export const middleOf = (boxes: FlameBoxes, box: number): number => (startOf(boxes, box) + endOf(boxes, box)) / 2;
