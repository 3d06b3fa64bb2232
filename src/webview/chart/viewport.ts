import { endOf, startOf } from '../../core/layout/box-edges.ts';
import type { FlameBoxes } from '../../core/layout/view.ts';
import type { Viewport } from '../state/ui-state.ts';

/** Nothing is drawn narrower than this share of the whole. */
const deepestZoom = 1e-9;

/** The end of the x axis. */
export function lengthOf(boxes: FlameBoxes): number {
  const { depth, rowStart } = boxes;
  let length = 0;
  for (let row = 0; row < depth; row++) {
    if (rowStart[row + 1] > rowStart[row]) length = Math.max(length, endOf(boxes, rowStart[row + 1] - 1));
  }
  return length;
}

export const wholeView = (length: number): Viewport => ({ from: 0, to: length, top: 0, row: -1 });

/** `factor` below 1 shows less; the point at `at` (0–1 of the width) stays where it is. */
export function zoomAt(view: Viewport, at: number, factor: number, length: number): Viewport {
  const span = view.to - view.from;
  const next = Math.min(length, Math.max(length * deepestZoom, span * factor));
  return withinAxis({ ...view, row: -1, from: view.from + (span - next) * at, to: view.from + (span - next) * at + next }, length);
}

/** Moves by shares of the width and by rows. */
export const panBy = (view: Viewport, share: number, rows: number, length: number, mostTop: number): Viewport => {
  const by = (view.to - view.from) * share;
  return withinAxis({ ...view, from: view.from + by, to: view.to + by, top: Math.max(0, Math.min(mostTop, view.top + rows)) }, length);
};

/** The same width, moved inside the axis; everything when it is as wide as that. */
function withinAxis(view: Viewport, length: number): Viewport {
  const span = Math.min(length, view.to - view.from);
  const from = Math.max(0, Math.min(length - span, view.from));
  return { ...view, from, to: from + span };
}

/** A box at full width; its row at the top, callers out of sight above. */
export const viewOfBox = (boxes: FlameBoxes, box: number, depth: number, rowsInSight: number): Viewport =>
  ({ from: startOf(boxes, box), to: endOf(boxes, box), top: Math.max(0, depth - Math.floor(rowsInSight / 3)), row: boxes.row[box] });

export const isWhole = (view: Viewport, length: number): boolean => view.from <= 0 && view.to >= length && view.top === 0;
