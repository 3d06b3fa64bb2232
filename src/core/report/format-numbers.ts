import type { ProfileUnit } from '../model/profile.ts';

/** Three significant digits at most: `0.4 ms`, `182 ms`, `1.04 s`, `2 m 05 s`. */
export function formatTime(ms: number): string {
  if (ms <= 0) return '0 ms';
  if (ms < 0.1) return '< 0.1 ms';
  if (ms < 99.95) return `${ms.toFixed(1)} ms`;
  if (ms < 999.5) return `${ms.toFixed(0)} ms`;
  if (ms < 9_995) return `${(ms / 1000).toFixed(2)} s`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} m ${pad(seconds % 60)} s`;
  return `${formatCount(Math.floor(minutes / 60))} h ${pad(minutes % 60)} m`;
}

/** For sentences, two digits in the largest unit that fits: `12 s`, `0.4 s`, `8 ms`. */
export function formatRoughTime(ms: number): string {
  if (ms >= 99_500) return formatTime(ms);
  if (ms >= 99.5) return `${Number((ms / 1000).toPrecision(2))} s`;
  return ms >= 1 ? `${Number(ms.toPrecision(2))} ms` : formatTime(ms);
}

/** Three significant digits at most: `16 B`, `1.2 kB`, `64.0 MB`; powers of 1000. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  for (; value >= 999.5 && unit < units.length - 1; unit++) value /= 1000;
  return `${unit === 0 || value >= 999.5 ? formatCount(value) : value.toPrecision(3)} ${units[unit]}`;
}

/** A number of an analysis, in whatever its profiles count. */
export function formatAmount(ms: number, unit: ProfileUnit): string {
  if (unit === 'microseconds') return formatTime(ms);
  return unit === 'bytes' ? formatBytes(ms * 1000) : formatCount(ms * 1000);
}

/** `14.2 %`, `< 0.1 %`, `100 %`. */
export function formatShare(share: number): string {
  if (share <= 0) return '0 %';
  if (share < 0.001) return '< 0.1 %';
  return share >= 0.9995 ? '100 %' : `${(share * 100).toFixed(1)} %`;
}

/** For sentences: `81 %`; never `0 %` or `100 %` for what is not. */
export function formatRoughShare(share: number): string {
  if (share <= 0 || share >= 1) return share <= 0 ? '0 %' : '100 %';
  if (share < 0.01) return formatShare(share);
  return share > 0.99 && share < 0.9995 ? formatShare(share) : `${Math.round(share * 100)} %`;
}

/** Half width of an interval: `± 1.5 points`. */
export const formatError = (error: number): string => `± ${Math.max(0.1, error * 100).toFixed(1)} points`;

/** `4,212`. */
export const formatCount = (count: number): string => String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** `1 sample`, `4,212 samples`. */
export const formatCounted = (count: number, noun: string): string => `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;

const pad = (value: number): string => String(value).padStart(2, '0');
