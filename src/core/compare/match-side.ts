import type { FlameData, FlameFunctions } from '../model/flame-data.ts';
import { findCallers } from './find-callers.ts';
import { type FileRows, listFiles } from './list-files.ts';
import { intern } from '../model/intern.ts';

/** What is known of one run's functions when they are matched. */
export interface MatchSide {
  readonly functions: FlameFunctions;
  readonly files: FileRows;
  /** By function: the number of its name, the same in both runs; 0 = anonymous. */
  readonly name: Int32Array;
  /** By function: who calls it most, -1 = nobody. */
  readonly caller: Int32Array;
}

export function matchSides(before: FlameData, after: FlameData): readonly [before: MatchSide, after: MatchSide] {
  const names = new Map([['', 0]]);
  return [matchSide(before, names), matchSide(after, names)];
}

function matchSide(data: FlameData, names: Map<string, number>): MatchSide {
  const numbers = data.strings.map(() => -1);
  const name = data.functions.name.map((text) => (numbers[text] < 0 ? (numbers[text] = intern(names, data.strings[text])) : numbers[text]));
  return { functions: data.functions, files: listFiles(data), name, caller: findCallers(data) };
}
