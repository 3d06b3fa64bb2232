import type { ProfileUnit } from '../../model/profile.ts';

export interface Unit {
  readonly unit: ProfileUnit;
  /** Of one of the file to one of ours. */
  readonly scale: number;
}

/** speedscope's units, by its words. */
export const speedscopeUnits: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['none', { unit: 'count', scale: 1 }],
  ['nanoseconds', { unit: 'microseconds', scale: 1e-3 }],
  ['microseconds', { unit: 'microseconds', scale: 1 }],
  ['milliseconds', { unit: 'microseconds', scale: 1e3 }],
  ['seconds', { unit: 'microseconds', scale: 1e6 }],
  ['bytes', { unit: 'bytes', scale: 1 }],
]);
