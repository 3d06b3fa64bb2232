import type { FlameBoxes, FunctionTotals, MergedTree, Overview, ViewScope } from '../core/layout/view.ts';
import type { FlameData } from '../core/model/flame-data.ts';

/**
 * The wire between the page and its own worker, which lays out. The page sends the columns once, then a scope whenever it changes,
 * and asks for what the open tab needs. A scope that was superseded answers `null`.
 */
export const engineMethods = {
  open: 'open', setScope: 'setScope', chart: 'chart', overview: 'overview', leftHeavy: 'leftHeavy', sandwich: 'sandwich', callers: 'callers', lines: 'lines', samples: 'samples',
  difference: 'difference',
} as const;

export interface Engine {
  /** Takes the buffers of the lanes over; functions and texts are copied. The scope is everything. */
  open(data: FlameData): Promise<void>;
  /** Rows of the tree are the same whatever the range, so a selection stays. */
  setScope(scope: ViewScope): Promise<ScopeView | null>;
  /** One lane in the order of time, all of its time whatever the range; `null` for a lane without samples or outside the scope. */
  chart(lane: number): Promise<ChartView | null>;
  overview(steps: number): Promise<Overview>;
  leftHeavy(): Promise<FlameBoxes>;
  /** Callers above and callees below one function, each with its own tree; depth 0 of both is the function. */
  sandwich(func: number): Promise<{ readonly callers: TreeBoxes; readonly callees: TreeBoxes }>;
  /** Bottom-up rows below `parent`, heaviest first; `null` = the functions with self time. */
  callers(parent: number | null): Promise<readonly BottomUpEntry[]>;
  /** Self by line of one function's file, by line ascending. */
  lines(func: number): Promise<readonly LineEntry[]>;
  /** So many evenly spaced samples the busy time of the scope is worth: how sure its shares are. */
  samples(): Promise<number>;
  /** Of joined runs: the first `beforeLanes` lanes against the others, with the transforms of the scope and all of their time. */
  difference(beforeLanes: number): Promise<DifferenceView>;
}

export interface ScopeView {
  readonly tree: MergedTree;
  readonly functions: FunctionTotals;
}

/** Enough to draw, before the scope's tree is there. */
export interface ChartView {
  readonly boxes: FlameBoxes;
  /** By row of the scope's tree: row of `FlameData.functions`. */
  readonly func: Int32Array;
}

export interface TreeBoxes {
  readonly tree: MergedTree;
  readonly boxes: FlameBoxes;
}

export interface BottomUpEntry {
  /** Handle for `callers`. */
  readonly id: number;
  readonly func: number;
  /** Self of the function on top as far as it was reached this way, in the unit of the data. */
  readonly self: number;
  readonly samples: number;
  readonly hasCallers: boolean;
}

export interface LineEntry {
  readonly line: number;
  readonly self: number;
  readonly ticks: number;
}

/** Both trees and the boxes of all three pictures have the same rows: a row is one stack. */
export interface DifferenceView {
  readonly before: ScopeView & { readonly boxes: FlameBoxes };
  readonly after: ScopeView & { readonly boxes: FlameBoxes };
  /** Rows whose caller is still there, heaviest first, and the earlier run's time of all that vanished. */
  readonly vanished: TreeBoxes & { readonly tops: Int32Array };
}
