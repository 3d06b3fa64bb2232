/** Of the bar, so that it can be grasped. */
const leastThumb = 0.06;

/** The thumb of a bar as shares of its length from the side of the callers; `null` while every row is in sight. */
export function thumbOf(depth: number, top: number, rows: number): { readonly from: number; readonly size: number } | null {
  if (depth <= rows) return null;
  const size = Math.max(leastThumb, rows / depth);
  return { size, from: Math.min(1, top / (depth - rows)) * (1 - size) };
}
