import type { FunctionTotals } from '../layout/view.ts';
import type { FlameFunctions } from '../model/flame-data.ts';
import { categories, type ProfileUnit } from '../model/profile.ts';

/** What became of a function; index into this list is the stored value. */
export const changeKinds = ['new', 'gone', 'changed', 'same'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What is set against what: the numbers of both runs as they are, or each as a share of its own run without idle. */
export const measures = ['absolute', 'share'] as const;
export type Measure = (typeof measures)[number];

/** Time and memory are compared as they are; plain events say little about runs of different lengths. */
export const usualMeasure = (unit: ProfileUnit): Measure => (unit === 'count' ? 'share' : 'absolute');

/** Below this share of the larger run, a function's difference is told as none. */
export const leastChange = 0.001;

/** Of two scopes of joined runs; by row of functions, in the unit of the data or as shares. */
export interface FunctionChanges {
  readonly selfBefore: Float64Array;
  readonly selfAfter: Float64Array;
  /** Recursion counted once. */
  readonly totalBefore: Float64Array;
  readonly totalAfter: Float64Array;
  /** Index into `changeKinds`. */
  readonly kind: Uint8Array;
  /** Functions that took something in either run, without the root and idle: by difference of self, then of total, the largest first. */
  readonly order: Int32Array;
}

const idle = categories.indexOf('idle');

export function listChanges(before: FunctionTotals, after: FunctionTotals, { length, category }: FlameFunctions, measure: Measure): FunctionChanges {
  const [beforeScale, afterScale] = [scaleOf(before, measure), scaleOf(after, measure)];
  const least = leastChange * Math.max((before.all - before.idle) * beforeScale, (after.all - after.idle) * afterScale);
  const scaled = (column: Float64Array, scale: number): Float64Array => (scale === 1 ? column : column.map((value) => value * scale));
  const changes = {
    selfBefore: scaled(before.self, beforeScale), selfAfter: scaled(after.self, afterScale),
    totalBefore: scaled(before.total, beforeScale), totalAfter: scaled(after.total, afterScale),
  };
  const { selfBefore, selfAfter, totalBefore, totalAfter } = changes;
  const kind = new Uint8Array(length);
  const rows: number[] = [];
  for (let row = 1; row < length; row++) {
    const was = before.total[row] > 0 || before.samples[row] > 0;
    const is = after.total[row] > 0 || after.samples[row] > 0;
    if ((!was && !is) || category[row] === idle) continue;
    const difference = Math.max(Math.abs(selfAfter[row] - selfBefore[row]), Math.abs(totalAfter[row] - totalBefore[row]));
    kind[row] = changeKinds.indexOf(!was ? 'new' : !is ? 'gone' : difference >= least && difference > 0 ? 'changed' : 'same');
    rows.push(row);
  }
  const selfOf = (row: number): number => Math.abs(selfAfter[row] - selfBefore[row]);
  const totalOf = (row: number): number => Math.abs(totalAfter[row] - totalBefore[row]);
  const order = Int32Array.from(rows).sort((a, b) => selfOf(b) - selfOf(a) || totalOf(b) - totalOf(a) || a - b);
  return { ...changes, kind, order };
}

/** What a number of the scope is multiplied by. */
export function scaleOf({ all, idle: waited }: FunctionTotals, measure: Measure): number {
  if (measure === 'absolute') return 1;
  return all > waited ? 1 / (all - waited) : 0;
}
