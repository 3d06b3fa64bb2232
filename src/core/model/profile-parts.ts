import type { Durations, FunctionColumns, TickColumns } from './profile.ts';

/** What a format knows of a recording. Rows are sound: parents stand before their children, row 0 is the root. */
export interface ProfileParts {
  readonly strings: readonly string[];
  readonly functions: Omit<FunctionColumns, 'category'>;
  readonly parent: Int32Array;
  readonly func: Int32Array;
  /** Samples with this node on top, as the file counts them. */
  readonly hits: Int32Array;
  readonly ticks: TickColumns;
  /** Rows of nodes, in the order of time; `null` if the file does not have them all. */
  readonly samples: Int32Array | null;
  /** µs; the first from `startTime` to sample 0, then from sample to sample. Shorter than `samples` if some are missing. Taken over. */
  readonly deltas: Durations;
  /** µs; `null` if the file does not say. */
  readonly startTime: number | null;
  readonly endTime: number | null;
}
