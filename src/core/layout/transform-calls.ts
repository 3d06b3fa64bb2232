import { countSubtrees, orderDepthFirst } from '../model/call-tree.ts';
import type { FlameFunctions } from '../model/flame-data.ts';
import { PairTable } from '../model/pair-table.ts';
import { categories } from '../model/profile.ts';
import { type Calls, listCalls, type MergedCalls } from './merge-lanes.ts';
import type { Transform } from './view.ts';

const firstMetaCategory = categories.indexOf('gc');

/** Where each row went. */
interface Regrouped {
  readonly calls: PairTable;
  /** By old row: the new row below which its callees stand; -1 = outside. */
  readonly under: Int32Array;
  /** By function: its own time goes. */
  readonly dropped: ((func: number) => boolean) | null;
}

/** Each transform is one linear walk over the rows before it. */
export function transformCalls(merged: MergedCalls, transforms: readonly Transform[], functions: FlameFunctions): MergedCalls {
  let { rowOf, ...calls } = merged;
  for (const transform of transforms) {
    const { calls: pairs, under, dropped } = regroup(calls, transform, functions);
    const moved = dropped === null ? under : under.map((row, old) => (old > 0 && dropped(calls.func[old]) ? -1 : row));
    rowOf = rowOf.map((rows) => rows.map((row) => (row < 0 ? -1 : moved[row])));
    calls = listCalls(pairs);
  }
  return { ...calls, rowOf };
}

function regroup(calls: Calls, transform: Transform, functions: FlameFunctions): Regrouped {
  switch (transform.kind) {
    case 'fold-recursion': return foldRecursion(calls, functions.length);
    case 'focus': return focusCalls(calls, transform.func);
    case 'hide': return hideFrames(calls, (func) => func === transform.func, null);
    case 'hide-category': {
      const isHidden = (func: number): boolean => functions.category[func] === transform.category;
      return hideFrames(calls, isHidden, transform.category >= firstMetaCategory ? isHidden : null);
    }
    case 'collapse-package': return collapsePackage(calls, functions.package, transform.package);
  }
}

function hideFrames({ length, parent, func }: Calls, isHidden: (func: number) => boolean, dropped: Regrouped['dropped']): Regrouped {
  const calls = new PairTable();
  const under = new Int32Array(length);
  for (let row = 1; row < length; row++) under[row] = isHidden(func[row]) ? under[parent[row]] : calls.row(under[parent[row]], func[row]) + 1;
  return { calls, under, dropped };
}

/** Stacks through a function, from its outermost call on; everything else is outside. */
function focusCalls({ length, parent, func }: Calls, focus: number): Regrouped {
  const calls = new PairTable();
  const under = new Int32Array(length).fill(-1);
  for (let row = 1; row < length; row++) {
    const caller = under[parent[row]];
    if (caller >= 0 || func[row] === focus) under[row] = calls.row(Math.max(0, caller), func[row]) + 1;
  }
  return { calls, under, dropped: null };
}

function collapsePackage({ length, parent, func }: Calls, packageOf: Int32Array, collapsed: number): Regrouped {
  const calls = new PairTable();
  const under = new Int32Array(length);
  for (let row = 1; row < length; row++) {
    const caller = parent[row];
    const inside = packageOf[func[row]] === collapsed && packageOf[func[caller]] === collapsed;
    under[row] = inside ? under[caller] : calls.row(under[caller], func[row]) + 1;
  }
  return { calls, under, dropped: null };
}

/** Goes depth first, so that a function knows by place whether it stands below itself. */
function foldRecursion(from: Calls, functions: number): Regrouped {
  const { length, parent, func } = from;
  const size = countSubtrees(from);
  const order = orderDepthFirst(from, size);
  const calls = new PairTable();
  const under = new Int32Array(length);
  const openUntil = new Int32Array(functions);
  const openRow = new Int32Array(functions);
  for (let place = 1; place < length; place++) {
    const row = order[place];
    const called = func[row];
    if (place >= openUntil[called]) {
      openUntil[called] = place + size[row];
      openRow[called] = calls.row(under[parent[row]], called) + 1;
    }
    under[row] = openRow[called];
  }
  return { calls, under, dropped: null };
}
