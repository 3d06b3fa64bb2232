/** What part of the data all views show. The same for every tab of the page. */
export interface ViewScope {
  /** Rows of `FlameData.lanes`; empty = all. */
  readonly lanes: readonly number[];
  /** In the unit of the data, counted from the beginning of the earliest lane; `null` = everything. Clips samples at both ends. */
  readonly range: readonly [from: number, to: number] | null;
  /** Applied in this order; undo takes the last one away. */
  readonly transforms: readonly Transform[];
}

/** A change of every stack. `func` is a row of `FlameData.functions`, `package` one of `FlameData.strings`, `category` one of `categories`. */
export type Transform =
  /** A function below itself becomes one frame. */
  | { readonly kind: 'fold-recursion' }
  /** Only stacks through the function, from its outermost call on. */
  | { readonly kind: 'focus'; readonly func: number }
  /** The function's frames go; their own time goes to the caller. */
  | { readonly kind: 'hide'; readonly func: number }
  /** Neighbouring frames of a package become one frame of its outermost function there. */
  | { readonly kind: 'collapse-package'; readonly package: number }
  /** Idle, program and gc: the time goes. The others: the frames go, their own time goes to the caller. */
  | { readonly kind: 'hide-category'; readonly category: number };

/** Boxes of a flame graph. Depth `d` owns boxes `rowStart[d]` to `rowStart[d + 1]`, from left to right, not overlapping. */
export interface FlameBoxes {
  readonly depth: number;
  readonly rowStart: Int32Array;
  /** Where boxes begin and end, in the unit of the data; for the chart counted from the beginning of the earliest lane, otherwise from 0. */
  readonly edges: Float64Array;
  /** By box, index into `edges`: many boxes share one, and there may be ten million boxes. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Row of the `MergedTree`. */
  readonly row: Int32Array;
}

/** The calls of a scope as one tree: frames of one function under the same callers are one row. Parents before children, row 0 is the root. */
export interface MergedTree {
  readonly length: number;
  /** -1 for the root. */
  readonly parent: Int32Array;
  /** Row of `FlameData.functions`. */
  readonly func: Int32Array;
  readonly self: Float64Array;
  /** `self` and that of all rows below. */
  readonly total: Float64Array;
  /** Samples with this row or one below it on top of the stack. */
  readonly samples: Float64Array;
  /** Children of row `r`, heaviest first: `order[childStart[r]]` to `order[childStart[r + 1]]`. A row without time and samples is in no list. */
  readonly childStart: Int32Array;
  readonly order: Int32Array;
}

/** Sums by row of `FlameData.functions`, within a scope. */
export interface FunctionTotals {
  readonly self: Float64Array;
  /** Recursion counted once. */
  readonly total: Float64Array;
  readonly samples: Float64Array;
  /** Σ self of everything in the scope, and of it idle. Shares are of `all - idle`. */
  readonly all: number;
  readonly idle: number;
}

/** How deep and whose the code was that ran when, in equal steps over the whole length of all lanes: what the minimap draws. Lanes of the scope, whatever its range. */
export interface Overview {
  /** Of the time axis, in the unit of the data. */
  readonly length: number;
  /** By step, 0–1: the share that was not idle. */
  readonly busy: Float32Array;
  /** By step, 0–1: the share with that kind of code on top of the stack; together at most `busy`. */
  readonly own: Float32Array;
  readonly dependency: Float32Array;
  readonly gc: Float32Array;
  /** By step: calls on the stack in the mean, waiting counted as none. */
  readonly depth: Float32Array;
}
