import { findVanished } from '../../core/compare/find-vanished.ts';
import { mergeDifference } from '../../core/compare/merge-difference.ts';
import { type BottomUpRow, listCallers, listTopFunctions } from '../../core/layout/bottom-up.ts';
import { countScopeSamples } from '../../core/layout/count-scope-samples.ts';
import { layoutChart } from '../../core/layout/layout-chart.ts';
import { layoutLeftHeavy } from '../../core/layout/layout-left-heavy.ts';
import { layOutOverview } from '../../core/layout/lay-out-overview.ts';
import { buildCallees, buildCallers } from '../../core/layout/sandwich.ts';
import { scopeCalls, type ScopedCalls } from '../../core/layout/scoped-calls.ts';
import { sumFunctionLines } from '../../core/layout/sum-function-lines.ts';
import type { FlameBoxes, MergedTree, Overview, ViewScope } from '../../core/layout/view.ts';
import type { FlameData } from '../../core/model/flame-data.ts';
import type { BottomUpEntry, DifferenceView, LineEntry, ScopeView, TreeBoxes } from '../../protocol/engine.ts';

/** What the worker knows of one profile, and what it makes of it. Synchronous; see `Engine` for what the methods mean. */
export class LayoutEngine {
  readonly #data: FlameData;
  #scoped: ScopedCalls;
  /** Opened rows of the bottom-up tree, by their handle. */
  #opened: BottomUpRow[] = [];

  constructor(data: FlameData) {
    this.#data = data;
    this.#scoped = scopeCalls(data, { lanes: [], range: null, transforms: [] }, null);
  }

  setScope(scope: ViewScope): ScopeView {
    this.#scoped = scopeCalls(this.#data, scope, this.#scoped);
    this.#opened = [];
    const { tree, functions } = this.#scoped;
    return { tree, functions };
  }

  chart(lane: number): FlameBoxes | null {
    const { lanes, calls } = this.#scoped;
    const at = lanes.indexOf(this.#data.lanes[lane]);
    return at < 0 || lanes[at].samples.length === 0 ? null : layoutChart(lanes[at], calls, calls.rowOf[at]);
  }

  overview(steps: number): Overview {
    return layOutOverview(this.#data, this.#scoped.lanes, steps);
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
    const { transforms } = this.#scoped.scope;
    const lanes = this.#data.lanes.map((_, lane) => lane);
    const [before, after] = [lanes.slice(0, beforeLanes), lanes.slice(beforeLanes)].map((side) => scopeCalls(this.#data, { lanes: side, range: null, transforms }, null));
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
