import type { Durations, ProfileUnit } from './profile.ts';

/**
 * What the viewer draws: one or several profiles as columns whose buffers can be transferred. Functions are merged over all
 * lanes by name, file, line and column of the original source. All texts are data out of a profile.
 */
export interface FlameData {
  /** Of every `self`, `duration` and `offset` below; the same in all lanes. */
  readonly unit: ProfileUnit;
  /** Every text once; `strings[0]` is empty. */
  readonly strings: readonly string[];
  readonly functions: FlameFunctions;
  /** One a thread or value of the file; at least one. */
  readonly lanes: readonly FlameLane[];
}

/** Row 0 is `(root)`; the meta frames are rows like any other, told by their category. */
export interface FlameFunctions {
  readonly length: number;
  /** Index into `strings`; empty for a function without a name. */
  readonly name: Int32Array;
  /** Index into `strings`: absolute path of the original source, `node:…`, another URL as it is, or empty. */
  readonly file: Int32Array;
  /** Index into `strings`: the npm package the file belongs to, empty when none. */
  readonly package: Int32Array;
  /** 1-based; 0 = none. */
  readonly line: Int32Array;
  readonly column: Int32Array;
  /** Index into `categories`. */
  readonly category: Uint8Array;
  /** Index into `mappings`. */
  readonly mapping: Uint8Array;
}

/** One thread. Parents stand before their children, row 0 is the root. */
export interface FlameLane {
  readonly label: string;
  /** `null` when the file does not say. */
  readonly pid: number | null;
  readonly threadId: number | null;
  /** Why it does not hold the whole run; empty when it does. */
  readonly partial: string;
  /** When it begins, counted from the beginning of the earliest lane. */
  readonly offset: number;
  /** When its first sample was taken, counted like `offset`. What lies before belongs to `(program)` and to no sample. */
  readonly firstSample: number;
  /** Σ `nodes.self`. */
  readonly duration: number;
  readonly nodes: {
    readonly length: number;
    /** Row of the caller, -1 for the root. */
    readonly parent: Int32Array;
    /** Row of `FlameData.functions`. */
    readonly func: Int32Array;
    readonly self: Float64Array;
    /** Samples with this node on top of the stack. */
    readonly samples: Int32Array;
  };
  /** In the order of time; the last one ends with the lane. None where the file has no order: then there is no chart of this lane. */
  readonly samples: { readonly length: number; readonly node: Int32Array; readonly duration: Durations };
  /** Lines by node: node `n` owns rows `start[n]` to `start[n + 1]`. */
  readonly ticks: {
    readonly start: Int32Array;
    /** 1-based line of the function's own file; 0 = unknown. */
    readonly line: Int32Array;
    readonly count: Int32Array;
  };
}
