import { mergeScope, scopeCalls } from '../layout/scoped-calls.ts';
import type { FunctionTotals, MergedTree } from '../layout/view.ts';
import type { Problem } from '../model/problem.ts';
import { categories } from '../model/profile.ts';
import { type ComparedRun, type Comparison, type FunctionChange, mostFrames, mostVanished, type VanishedStack } from './comparison.ts';
import { findVanished } from './find-vanished.ts';
import type { JoinedRuns } from './join-runs.ts';
import { changeKinds, type FunctionChanges, leastChange, listChanges, type Measure, scaleOf } from './list-changes.ts';
import { mergeDifference } from './merge-difference.ts';

const idle = categories.indexOf('idle');

/** A thousand µs are one ms; other units are told in thousands as well. */
const thousand = 1000;

/** How the face names the runs, and what their reading had to tell. */
export interface RunNames {
  readonly before: string;
  readonly after: string;
  readonly problems: readonly Problem[];
}

/** The whole of two joined runs. */
export function compareRuns(joined: JoinedRuns, measure: Measure, names: RunNames): Comparison {
  const { data, beforeLanes } = joined;
  const scopeOf = (lanes: readonly number[]) => scopeCalls(mergeScope(data, { lanes, range: null, transforms: [] }, null));
  const rows = data.lanes.map((_, lane) => lane);
  const [before, after] = [scopeOf(rows.slice(0, beforeLanes)), scopeOf(rows.slice(beforeLanes))];
  const changes = listChanges(before.functions, after.functions, data.functions, measure);
  const difference = mergeDifference(before.tree, after.tree);
  const least = leastChange * (before.functions.all - before.functions.idle);
  const gone = findVanished(difference).tops.filter((row) => difference.before.total[row] >= least && data.functions.category[difference.before.func[row]] !== idle);
  const unit = measure === 'share' ? 1 : thousand;
  const stackUnit = unit / scaleOf(before.functions, measure);
  return {
    unit: data.unit, measure, problems: names.problems,
    before: describeTotals(names.before, before.functions), after: describeTotals(names.after, after.functions),
    functions: Array.from(changes.order, (row) => describeChange(joined, changes, row, unit)),
    vanished: Array.from(gone.subarray(0, mostVanished), (row) => describeStack(joined, difference.before, row, stackUnit)),
    vanishedCount: gone.length,
  };
}

function describeTotals(label: string, { all, idle: waited, samples }: FunctionTotals): ComparedRun {
  return { label, all: all / thousand, idle: waited / thousand, samples: samples.reduce((sum, count) => sum + count, 0) };
}

function describeChange({ data: { functions, strings }, beforeFile, beforeLine }: JoinedRuns, changes: FunctionChanges, row: number, unit: number): FunctionChange {
  const kind = changeKinds[changes.kind[row]];
  const was = { file: strings[beforeFile[row]], line: beforeLine[row], self: changes.selfBefore[row] / unit, total: changes.totalBefore[row] / unit };
  const is = { file: strings[functions.file[row]], line: functions.line[row], self: changes.selfAfter[row] / unit, total: changes.totalAfter[row] / unit };
  const name = strings[functions.name[row]] || '(anonymous)';
  return { kind, name, category: categories[functions.category[row]], before: kind === 'new' ? null : was, after: kind === 'gone' ? null : is };
}

function describeStack({ data: { functions, strings }, beforeFile, beforeLine }: JoinedRuns, { parent, func, total }: MergedTree, top: number, unit: number): VanishedStack {
  const frames: VanishedStack['frames'][number][] = [];
  let left = 0;
  for (let row = top; row > 0; row = parent[row]) {
    const called = func[row];
    if (frames.length === mostFrames) left++;
    else frames.push({ name: strings[functions.name[called]] || '(anonymous)', file: strings[beforeFile[called]], line: beforeLine[called] });
  }
  return { total: total[top] / unit, frames: frames.reverse(), left };
}
