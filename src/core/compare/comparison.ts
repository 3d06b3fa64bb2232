import type { Category, ProfileUnit } from '../model/profile.ts';
import type { Problem } from '../model/problem.ts';
import type { ChangeKind, Measure } from './list-changes.ts';

/**
 * What two runs say of each other: the result object every face renders. Numbers are ms, of other profiles thousands of bytes or events as in an
 * `Analysis`; those of functions and stacks are shares of their own run when that is the measure.
 */
export interface Comparison {
  readonly unit: ProfileUnit;
  readonly measure: Measure;
  readonly before: ComparedRun;
  readonly after: ComparedRun;
  /** Every function that took something in either run, by difference of self, then of total, the largest first. */
  readonly functions: readonly FunctionChange[];
  /** The heaviest, at most `mostVanished`, of those with at least `leastChange` of the earlier run. */
  readonly vanished: readonly VanishedStack[];
  readonly vanishedCount: number;
  readonly problems: readonly Problem[];
}

export const mostVanished = 100;
/** Of a stack, from the end: what vanished and who called it. */
export const mostFrames = 64;

export interface ComparedRun {
  /** How the face names it. */
  readonly label: string;
  /** Σ of everything, and of it idle. */
  readonly all: number;
  readonly idle: number;
  readonly samples: number;
}

/** A place of a function: absolute path, `node:…`, URL or empty; 1-based line, 0 = none. */
export interface FunctionPlace {
  readonly file: string;
  readonly line: number;
}

export interface FunctionChange {
  readonly kind: ChangeKind;
  /** `(anonymous)` when it has none. */
  readonly name: string;
  readonly category: Category;
  /** `null` in a run that has it not. */
  readonly before: (FunctionPlace & FunctionAmount) | null;
  readonly after: (FunctionPlace & FunctionAmount) | null;
}

export interface FunctionAmount {
  readonly self: number;
  /** Recursion counted once. */
  readonly total: number;
}

/** A call that is gone, with all it called. */
export interface VanishedStack {
  readonly total: number;
  /** Outermost first; the last one is the call that is gone. */
  readonly frames: readonly (FunctionPlace & { readonly name: string })[];
  /** Callers before the first of `frames` that are left out. */
  readonly left: number;
}
