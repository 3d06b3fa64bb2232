import { findVanished } from '../../core/compare/find-vanished.ts';
import { mergeDifference } from '../../core/compare/merge-difference.ts';
import { type BottomUpRow, listCallers, listTopFunctions } from '../../core/layout/bottom-up.ts';
import { countScopeSamples } from '../../core/layout/count-scope-samples.ts';
import { layoutChart } from '../../core/layout/layout-chart.ts';
import { layoutLeftHeavy } from '../../core/layout/layout-left-heavy.ts';
import { layOutOverview } from '../../core/layout/lay-out-overview.ts';
import { buildCallees, buildCallers } from '../../core/layout/sandwich.ts';
import { type MergedScope, mergeScope, scopeCalls, type ScopedCalls } from '../../core/layout/scoped-calls.ts';
import { sumFunctionLines } from '../../core/layout/sum-function-lines.ts';
import type { FlameBoxes, MergedTree, Overview, ViewScope } from '../../core/layout/view.ts';
import type { FlameData } from '../../core/model/flame-data.ts';
import type { BottomUpEntry, ChartView, DifferenceView, LineEntry, ScopeView, TreeBoxes } from '../../protocol/engine.ts';

/** What the worker knows of one profile, and what it makes of it. Synchronous; see `Engine` for what the methods mean. */
export class LayoutEngine {
  readonly #data: FlameData;
  #merged: MergedScope;
  /** The sums, made when they are asked for: the first picture does without. */
  #sums: ScopedCalls | null = null;
  /** Opened rows of the bottom-up tree, by their handle. */
  #opened: BottomUpRow[] = [];

  constructor(data: FlameData) {
    this.#data = data;
    this.#merged = mergeScope(data, { lanes: [], range: null, transforms: [] }, null);
  }

  get #scoped(): ScopedCalls {
    return (this.#sums ??= scopeCalls(this.#merged));
  }

  setScope(scope: ViewScope): ScopeView {
    if (JSON.stringify(scope) !== JSON.stringify(this.#merged.scope)) {
      this.#merged = mergeScope(this.#data, scope, this.#merged);
      this.#sums = null;
    }
    this.#opened = [];
    const { tree, functions } = this.#scoped;
    return { tree, functions };
  }

  chart(lane: number): ChartView | null {
    const { lanes, calls } = this.#merged;
    const at = lanes.indexOf(this.#data.lanes[lane]);
    return at < 0 || lanes[at].samples.length === 0 ? null : { boxes: layoutChart(lanes[at], calls, calls.rowOf[at], this.#data.functions.category), func: calls.func.slice() };
  }

  overview(steps: number): Overview {
    return layOutOverview(this.#data, this.#merged.lanes, steps);
  }

  leftHeavy(): FlameBoxes {
    return layoutLeftHeavy(this.#scoped.tree);
  }

  sandwich(func: number): { readonly callers: TreeBoxes; readonly callees: TreeBoxes } {
    const { tree, own } = this.#scoped;
    return { callers: withBoxes(buildCallers(tree, func)), callees: withBoxes(buildCallees(tree, own, func)) };
  }

  callers(parent: number | null): BottomUpEntry[] {
    const { tree, own } = this.#scoped;
    if (parent !== null && !this.#opened[parent]) return [];
    const rows = parent === null ? listTopFunctions(tree, own) : listCallers(tree, own, this.#opened[parent]);
    return rows.map((row) => ({ id: this.#opened.push(row) - 1, func: row.func, self: row.self, samples: row.samples, hasCallers: row.hasCallers }));
  }

  lines(func: number): LineEntry[] {
    return sumFunctionLines(this.#scoped, func);
  }

  samples(): number {
    return countScopeSamples(this.#scoped);
  }

  difference(beforeLanes: number): DifferenceView {
    const { transforms } = this.#merged.scope;
    const lanes = this.#data.lanes.map((_, lane) => lane);
    const [before, after] = [lanes.slice(0, beforeLanes), lanes.slice(beforeLanes)].map((side) => scopeCalls(mergeScope(this.#data, { lanes: side, range: null, transforms }, null)));
    const difference = mergeDifference(before.tree, after.tree);
    const { tops, tree } = findVanished(difference);
    return {
      before: { ...withBoxes(difference.before), functions: before.functions },
      after: { ...withBoxes(difference.after), functions: after.functions },
      vanished: { ...withBoxes(tree), tops },
    };
  }
}

const withBoxes = (tree: MergedTree): TreeBoxes => ({ tree, boxes: layoutLeftHeavy(tree) });
