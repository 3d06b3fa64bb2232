/** px. */
export const rowHeight = 22;
/** Browsers draw no taller element than about 33 million px; beyond this the way of the scroll bar is scaled. */
const tallest = 8_000_000;

export interface RowWindow {
  /** Of the element that scrolls, px. */
  readonly height: number;
  readonly first: number;
  /** Behind the last line in sight. */
  readonly end: number;
  /** Where the first line begins in the element, px. */
  readonly offset: number;
}

/** The lines in sight of a table with `count` lines that is scrolled by `scrollTop` and `visible` px high. */
export function windowOf(count: number, scrollTop: number, visible: number): RowWindow {
  const full = count * rowHeight;
  const height = Math.min(full, tallest);
  const way = Math.max(1, height - visible);
  const shift = full > height ? (Math.min(scrollTop, way) / way) * (full - visible) : scrollTop;
  const first = Math.max(0, Math.min(count - 1, Math.floor(shift / rowHeight)));
  const end = Math.min(count, Math.ceil((shift + visible) / rowHeight) + 1);
  return { height, first: count === 0 ? 0 : first, end, offset: scrollTop - (shift - first * rowHeight) };
}

/** How far to scroll so that a line is in sight; the same when it already is. */
export function scrollTo(index: number, count: number, scrollTop: number, visible: number): number {
  const full = count * rowHeight;
  const height = Math.min(full, tallest);
  const scale = full > height ? (full - visible) / Math.max(1, height - visible) : 1;
  const shift = scrollTop * scale;
  if (index * rowHeight < shift) return (index * rowHeight) / scale;
  const end = (index + 1) * rowHeight;
  return end > shift + visible ? (end - visible) / scale : scrollTop;
}
