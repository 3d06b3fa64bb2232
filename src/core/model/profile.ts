import type { Microseconds } from './units.ts';

/** Where time went. The first four are kinds of functions; the last three are V8's own meta frames. */
export const categories = ['own', 'dependency', 'node', 'native', 'gc', 'program', 'idle'] as const;
export type Category = (typeof categories)[number];

/** What the values of a profile count: CPU time, allocated bytes, or plain events. */
export const profileUnits = ['microseconds', 'bytes', 'count'] as const;
export type ProfileUnit = (typeof profileUnits)[number];

/**
 * A profile as columns. Row numbers are the identity: `nodes.func[n]` is a row of `functions`, `samples.node[s]` a row
 * of `nodes`. Nothing in it is trusted: texts are data, positions may lie outside their file.
 */
export interface Profile {
  /** Every text once. `strings[0]` is the empty string. */
  readonly strings: readonly string[];
  readonly functions: FunctionColumns;
  readonly nodes: NodeColumns;
  readonly samples: SampleColumns;
  readonly ticks: TickColumns;
  /** Of `nodes.self` and `samples.duration`. */
  readonly unit: ProfileUnit;
  /** For time: V8's monotonic clock, µs, and `endTime - startTime` = Σ `nodes.self` = the duration. Otherwise both are 0. */
  readonly startTime: Microseconds;
  readonly endTime: Microseconds;
}

/** One row a distinct call frame (same name, script and position). */
export interface FunctionColumns {
  readonly length: number;
  /** Index into `strings`; empty for V8's anonymous functions. */
  readonly name: Int32Array;
  /** Index into `strings`: a `file:` URL, a path, `node:…`, or empty. */
  readonly url: Int32Array;
  /** Index into `strings`: V8's script id, the key to the script's sidecar. */
  readonly scriptId: Int32Array;
  /** 1-based generated line; 0 = none. */
  readonly line: Int32Array;
  /** 1-based generated column; 0 = none. */
  readonly column: Int32Array;
  /** Index into `categories`. */
  readonly category: Uint8Array;
}

/** The call tree. Parents stand before their children, row 0 is `(root)`. */
export interface NodeColumns {
  readonly length: number;
  /** Row of the caller, -1 for the root. */
  readonly parent: Int32Array;
  readonly func: Int32Array;
  /** What this node had by itself, on top of the stack, in the unit of the profile. */
  readonly self: Float64Array;
  /** Samples with this node on top of the stack. */
  readonly samples: Int32Array;
}

/** Whole µs below 35 minutes each, as V8 writes them, take half the memory. */
export type Durations = Int32Array | Float64Array;

/** One row a sample, in the order of time; none where the file has no order. */
export interface SampleColumns {
  readonly length: number;
  readonly node: Int32Array;
  /** From this sample to the next one (the last: to `endTime`), in the unit of the profile, never negative. */
  readonly duration: Durations;
}

/** Line ticks by node: node `n` owns rows `start[n]` to `start[n + 1]`. */
export interface TickColumns {
  readonly start: Int32Array;
  /** 1-based generated line. */
  readonly line: Int32Array;
  readonly count: Int32Array;
}
