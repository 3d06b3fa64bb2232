import type { Comparison } from '../core/compare/comparison.ts';
import type { JoinedRuns } from '../core/compare/join-runs.ts';
import type { Measure } from '../core/compare/list-changes.ts';
import type { Problem } from '../core/model/problem.ts';
import { isRecord } from './guards.ts';

/** Two recordings or profile files, to be read and set against each other. */
export interface CompareRequest {
  readonly before: ComparedPath;
  readonly after: ComparedPath;
  /** As in a `ReadRequest`. */
  readonly roots: readonly string[];
  /** `null` = what is usual for their unit. */
  readonly measure: Measure | null;
  /** Asks for the columns a viewer draws as well. */
  readonly columns: boolean;
}

export interface ComparedPath {
  /** Absolute. */
  readonly path: string;
  /** How the face names it. */
  readonly label: string;
}

export type CompareAnswer =
  | { readonly ok: true; readonly comparison: Comparison; readonly joined: JoinedRuns | null }
  | { readonly ok: false; readonly problem: Problem };

const isPath = (value: unknown): value is ComparedPath => isRecord(value) && typeof value.path === 'string' && typeof value.label === 'string';
const isMeasure = (value: unknown): value is Measure | null => value === null || value === 'absolute' || value === 'share';

export const isCompareRequest = (value: unknown): value is CompareRequest =>
  isRecord(value) && isPath(value.before) && isPath(value.after) && Array.isArray(value.roots) && value.roots.every((root) => typeof root === 'string') &&
  isMeasure(value.measure) && typeof value.columns === 'boolean';

/** The thread is ours and was given the data: the outer shape is checked, not every number. */
export const isCompareAnswer = (value: unknown): value is CompareAnswer =>
  isRecord(value) && (value.ok === true ? isRecord(value.comparison) && Array.isArray(value.comparison.functions) && (value.joined === null || isRecord(value.joined)) : isRecord(value.problem));
