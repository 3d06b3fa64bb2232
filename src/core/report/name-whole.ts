import type { Analysis } from '../model/analysis.ts';

/** What a profile counts, in words; the one place that names it. */
export type Whole = 'CPU time' | 'wall time' | 'bytes' | 'count';

/** What all shares are shares of. A file may count the time that passed, which is no CPU time: `wall-time` among the problems says so. */
export function nameWhole({ unit, problems }: Pick<Analysis, 'unit' | 'problems'>): Whole {
  if (unit !== 'microseconds') return unit;
  return problems.some(({ code }) => code === 'wall-time') ? 'wall time' : 'CPU time';
}

/** `1.50 s CPU`, `1.50 s wall time`; of bytes and counts the amount alone. */
export function sayOfWhole(amount: string, whole: Whole): string {
  if (whole === 'CPU time') return `${amount} CPU`;
  return whole === 'wall time' ? `${amount} ${whole}` : amount;
}
