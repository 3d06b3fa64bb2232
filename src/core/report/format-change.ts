import type { ProfileUnit } from '../model/profile.ts';
import { formatAmount, formatRoughTime, formatShare } from './format-numbers.ts';

/** A number of a comparison: `ms` as in an `Analysis`, or a share from 0 to 1. */
export interface ComparedUnit {
  readonly unit: ProfileUnit;
  readonly measure: 'absolute' | 'share';
}

export const formatCompared = (value: number, { unit, measure }: ComparedUnit): string => (measure === 'share' ? formatShare(value) : formatAmount(value, unit));

/** `−0.84 s`, `+12.0 ms`, `−3.1 points`; what rounds to nothing has no sign. */
export function formatChange(change: number, compared: ComparedUnit): string {
  const shown = compared.measure === 'share' ? `${(Math.abs(change) * 100).toFixed(1)} points` : formatAmount(Math.abs(change), compared.unit);
  return change === 0 || /^(?:<|0(?:\.0)?(?: |$))/.test(shown) ? shown : `${change < 0 ? '−' : '+'}${shown}`;
}

/** For sentences, without a sign: `0.84 s`, `40 points`. */
export function formatRoughChange(change: number, { unit, measure }: ComparedUnit): string {
  if (measure === 'share') return `${Number((Math.abs(change) * 100).toPrecision(2))} points`;
  return unit === 'microseconds' ? formatRoughTime(Math.abs(change)) : formatAmount(Math.abs(change), unit);
}
