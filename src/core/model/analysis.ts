import type { Category, ProfileUnit } from './profile.ts';
import type { Problem } from './problem.ts';

/** How a position came about: from the source itself or an exact map, function start only, or the generated file's own. */
export type Mapping = 'exact' | 'function' | 'generated';

/**
 * What one or several recordings of a run say, merged: the result object every face renders. Times in ms, shares 0–1 of non-idle
 * time. Of a profile that counts bytes or events every `…Ms` holds thousands of them, and idle time is none.
 */
export interface Analysis {
  readonly unit: ProfileUnit;
  readonly recordings: readonly RecordingSummary[];
  /** Σ durations of the recordings, idle included. */
  readonly durationMs: number;
  readonly idleMs: number;
  /** Every category once, in the order of `categories`. */
  readonly categories: readonly CategoryTime[];
  /** By `selfMs` descending, then `totalMs`, file, line. Uncapped; faces cap when they render. */
  readonly functions: readonly FunctionTime[];
  /** By `selfMs` descending. Uncapped. */
  readonly lines: readonly LineTime[];
  readonly problems: readonly Problem[];
}

export interface RecordingSummary {
  readonly label: string;
  /** `null` when the file does not say. */
  readonly pid: number | null;
  readonly threadId: number | null;
  readonly durationMs: number;
  readonly idleMs: number;
  readonly samples: number;
  /** The asked interval, or the median delta of a file that does not say. */
  readonly intervalUs: number;
  /** Estimated share of the CPU time that profiling itself cost; `null` when unknown. */
  readonly overheadShare: number | null;
  readonly partial: boolean;
  /** Why it is partial; empty otherwise. */
  readonly reason: string;
  readonly exitCode: number | null;
  readonly signal: string | null;
}

export interface CategoryTime {
  readonly name: Category;
  readonly selfMs: number;
}

export interface FunctionTime {
  /** V8's own, `(anonymous)` when it has none. */
  readonly name: string;
  /** Absolute path of the original source, `node:…`, another URL kept as it is, or empty. */
  readonly file: string;
  /** 1-based; 0 = none. */
  readonly line: number;
  readonly column: number;
  readonly category: Category;
  readonly mapping: Mapping;
  readonly selfMs: number;
  /** With recursion counted once. */
  readonly totalMs: number;
  readonly selfShare: number;
  readonly totalShare: number;
  /** Half width of the 95 % interval of `selfShare`, from the sample count. */
  readonly shareError: number;
  /** Samples with this function on top. */
  readonly samples: number;
  /** Self time by line of this function, heaviest first. */
  readonly lines: readonly { readonly line: number; readonly selfMs: number }[];
  /** Heaviest first, at most `edgeLimit`. */
  readonly callers: readonly CallEdge[];
  readonly callees: readonly CallEdge[];
  /** Of garbage collections that interrupted this function itself: in `totalMs`, not in `selfMs`. */
  readonly gcMs: number;
}

/** Most callers and callees kept a function. */
export const edgeLimit = 10;

export interface CallEdge {
  /** Row in `Analysis.functions`. */
  readonly index: number;
  /** Time under this edge, ms. */
  readonly totalMs: number;
}

export interface LineTime {
  readonly file: string;
  readonly line: number;
  readonly selfMs: number;
  readonly share: number;
  readonly samples: number;
}
