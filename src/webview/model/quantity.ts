import type { FunctionTotals } from '../../core/layout/view.ts';
import type { ProfileUnit } from '../../core/model/profile.ts';
import { formatBytes, formatCount, formatShare, formatTime } from '../../core/report/format-numbers.ts';
import type { Unit } from '../state/ui-state.ts';

/** `1.04 s`, `4.1 MB`, `4,212`. */
export function formatQuantity(value: number, unit: ProfileUnit): string {
  if (unit === 'microseconds') return formatTime(value / 1000);
  return unit === 'bytes' ? formatBytes(value) : formatCount(value);
}

/** What the unit is called where one is chosen. */
export const unitWords: Readonly<Record<ProfileUnit, string>> = { microseconds: 'Time', bytes: 'Bytes', count: 'Count' };

/** What shares are shares of: everything but waiting. */
export const wholeOf = ({ all, idle }: FunctionTotals): number => all - idle;
export const shareOf = (value: number, totals: FunctionTotals): number => (wholeOf(totals) > 0 ? value / wholeOf(totals) : 0);

/** A number as the reader chose to see it. */
export function sayQuantity(value: number, samples: number, totals: FunctionTotals, data: ProfileUnit, shown: Unit): string {
  if (shown === 'value') return formatQuantity(value, data);
  return shown === 'share' ? formatShare(shareOf(value, totals)) : formatCount(samples);
}
