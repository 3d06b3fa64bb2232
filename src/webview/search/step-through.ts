import type { FunctionTotals } from '../../core/layout/view.ts';
import { formatCount, formatShare } from '../../core/report/format-numbers.ts';
import { shareOf } from '../model/quantity.ts';
import type { Matches } from './find-matches.ts';

/** The match after the chosen function, or before it, round and round; the first or the last one when that is none. -1 = there are none. */
export function nextMatch(functions: readonly number[], selected: number, by: 1 | -1): number {
  const { length } = functions;
  if (length === 0) return -1;
  const at = functions.indexOf(selected);
  const next = at < 0 ? (by > 0 ? 0 : length - 1) : (at + by + length) % length;
  return functions[next];
}

/** `3 of 41 · 12.3 %`. */
export function sayMatches({ functions, total }: Pick<Matches, 'functions' | 'total'>, selected: number, totals: FunctionTotals): string {
  if (functions.length === 0) return 'nothing found';
  const at = functions.indexOf(selected);
  const place = at < 0 ? '' : `${formatCount(at + 1)} of `;
  return `${place}${formatCount(functions.length)} · ${formatShare(Math.min(1, shareOf(total, totals)))}`;
}
