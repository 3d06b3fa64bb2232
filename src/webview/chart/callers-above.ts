import type { FlameBoxes } from '../../core/layout/view.ts';
import { boxAt } from './find-box.ts';

/** Names of a long chain: so many of the first callers, so many of the last. */
const [mostFirst, mostLast] = [2, 3];

/**
 * What stands out of sight above the first row: how many rows, and the callers at one place of the axis, the outermost first.
 * `null` while nothing is out of sight.
 */
export function sayCallersAbove(boxes: FlameBoxes, rowsAbove: number, x: number, nameOf: (box: number) => string): string | null {
  if (rowsAbove < 1) return null;
  const depths = [...new Set([...range(0, Math.min(mostFirst, rowsAbove)), ...range(Math.max(0, rowsAbove - mostLast), rowsAbove)])];
  const gap = depths.findIndex((depth, at) => at > 0 && depth !== depths[at - 1] + 1);
  const names = depths.map((depth) => boxAt(boxes, depth, x)).map((box) => (box < 0 ? '' : nameOf(box)));
  if (gap > 0) names.splice(gap, 0, '…');
  return [`${rowsAbove} more ${rowsAbove === 1 ? 'row' : 'rows'}`, names.filter((name) => name !== '').join(' › ')].filter((part) => part !== '').join(': ');
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
