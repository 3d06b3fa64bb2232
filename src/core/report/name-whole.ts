import type { Analysis } from '../model/analysis.ts';

/** What all shares are shares of. A file may count the time that passed, which is no CPU time: `wall-time` among the problems says so. */
export function nameWhole({ unit, problems }: Pick<Analysis, 'unit' | 'problems'>): 'CPU time' | 'wall time' | 'bytes' | 'count' {
  if (unit !== 'microseconds') return unit;
  return problems.some(({ code }) => code === 'wall-time') ? 'wall time' : 'CPU time';
}
