import type { FlameData } from '../model/flame-data.ts';
import { categories } from '../model/profile.ts';

/** The functions of a run by file. */
export interface FileRows {
  readonly length: number;
  /** By file; functions without a file stand together, a row for each category. */
  readonly path: readonly string[];
  /** By file: the package, or the category of what is in none. Files of two groups are never the same. */
  readonly group: readonly string[];
  /** Functions of file `f`, by line and column: `order[start[f]]` to `order[start[f + 1]]`. */
  readonly start: Int32Array;
  readonly order: Int32Array;
  /** By function. */
  readonly of: Int32Array;
}

export function listFiles({ functions, strings }: FlameData): FileRows {
  const { length, file, category, line, column } = functions;
  const rows = new Map<number, number>();
  const first: number[] = [];
  const of = new Int32Array(length);
  for (let func = 0; func < length; func++) {
    const key = file[func] > 0 ? file[func] : -1 - category[func];
    const known = rows.get(key);
    of[func] = known ?? first.length;
    if (known === undefined) rows.set(key, first.push(func) - 1);
  }
  const start = new Int32Array(first.length + 1);
  for (const row of of) start[row + 1]++;
  for (let row = 0; row < first.length; row++) start[row + 1] += start[row];
  const order = Int32Array.from(of, (_, func) => func).sort((a, b) => of[a] - of[b] || line[a] - line[b] || column[a] - column[b] || a - b);
  return {
    length: first.length,
    path: first.map((func) => strings[file[func]]),
    group: first.map((func) => strings[functions.package[func]] || categories[category[func]]),
    start, order, of,
  };
}
