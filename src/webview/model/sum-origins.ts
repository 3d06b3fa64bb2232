import type { FunctionTotals, MergedTree } from '../../core/layout/view.ts';
import { originOf } from './origin.ts';
import type { ProfileModel } from './profile-model.ts';
import { spanRows } from './span-rows.ts';

/** The cost of a package, or of one of the other kinds of code. */
export interface OriginSum {
  readonly name: string;
  readonly functions: readonly number[];
  readonly self: number;
  /** Time with any of its functions on the stack, each moment counted once. */
  readonly total: number;
  readonly samples: number;
}

/** One entry a package and kind of code with time in the scope. Linear in functions and rows. */
export function sumOrigins(model: ProfileModel, tree: MergedTree, totals: FunctionTotals): readonly OriginSum[] {
  const groups = new Map<string, { index: number; functions: number[]; self: number; samples: number }>();
  const groupOf = new Int32Array(model.functions.length).fill(-1);
  for (let func = 1; func < groupOf.length; func++) {
    if (totals.total[func] <= 0 || model.category(func) === 'idle') continue;
    const name = originOf(model, func);
    const group = groups.get(name) ?? { index: groups.size, functions: [], self: 0, samples: 0 };
    groups.set(name, group);
    groupOf[func] = group.index;
    group.functions.push(func);
    group.self += totals.self[func];
    group.samples += totals.samples[func];
  }
  const sums = sumOutermost(tree, groupOf, groups.size);
  return [...groups].map(([name, { index, functions, self, samples }]) => ({ name, functions, self, samples, total: sums[index] }));
}

function sumOutermost(tree: MergedTree, groupOf: Int32Array, groups: number): Float64Array {
  const { place, size } = spanRows(tree);
  const rowAt = new Int32Array(tree.length);
  for (let row = 0; row < tree.length; row++) rowAt[place[row]] = row;
  const sums = new Float64Array(groups);
  const openUntil = new Int32Array(groups);
  for (let at = 1; at < tree.length; at++) {
    const row = rowAt[at];
    const group = groupOf[tree.func[row]];
    if (group < 0 || at < openUntil[group]) continue;
    sums[group] += tree.total[row];
    openUntil[group] = at + size[row];
  }
  return sums;
}
