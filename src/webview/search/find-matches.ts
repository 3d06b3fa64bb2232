import type { FunctionTotals, MergedTree } from '../../core/layout/view.ts';
import type { ProfileModel } from '../model/profile-model.ts';
import { parseQuery } from './parse-query.ts';

export interface Matches {
  /** By row of functions. */
  readonly isMatch: Uint8Array;
  /** Those with time in the scope, heaviest total first. */
  readonly functions: readonly number[];
  /** Time with any of them on the stack, each moment counted once. */
  readonly total: number;
}

/** `null` for an empty query, a reason for one that can't be read. Linear in the functions and the rows of the tree. */
export function findMatches(query: string, model: ProfileModel, tree: MergedTree, totals: FunctionTotals): Matches | null | string {
  if (query.trim() === '') return null;
  const read = parseQuery(query);
  if (!read.ok) return read.reason;
  const isMatch = new Uint8Array(model.functions.length);
  const functions: number[] = [];
  for (let func = 1; func < isMatch.length; func++) {
    if (!read.matches({ name: model.rawName(func) || model.name(func), file: model.file(func), package: model.packageName(func) })) continue;
    isMatch[func] = 1;
    if (totals.total[func] > 0) functions.push(func);
  }
  functions.sort((a, b) => totals.total[b] - totals.total[a]);
  return { isMatch, functions, total: sumOutermost(tree, isMatch) };
}

function sumOutermost({ length, parent, func, total }: MergedTree, isMatch: Uint8Array): number {
  const inside = new Uint8Array(length);
  let sum = 0;
  for (let row = 1; row < length; row++) {
    const below = inside[parent[row]];
    if (!below && isMatch[func[row]]) sum += total[row];
    inside[row] = below | isMatch[func[row]];
  }
  return sum;
}
