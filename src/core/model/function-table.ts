import type { LocatedProfile } from './located.ts';
import { categories } from './profile.ts';
import { intern } from './intern.ts';

/** V8's meta frames `(root)`, `(program)`, `(idle)` and `(garbage collector)`: time of a category, never a function. */
const firstMetaCategory = categories.indexOf('gc');

/** The distinct functions of several profiles. One row each (name, file, line, column), in the order of first sight. */
export interface FunctionTable {
  readonly length: number;
  readonly name: readonly string[];
  /** Index into `files`. */
  readonly file: readonly number[];
  readonly line: readonly number[];
  readonly column: readonly number[];
  readonly category: readonly number[];
  readonly mapping: readonly number[];
  /** Every file once; `files[0]` is empty. */
  readonly files: readonly string[];
  /** For each profile: row of its `functions` → row here, -1 for a meta frame. */
  readonly rowOf: readonly Int32Array[];
  /** For each profile: index into its `files` → index into `files` here. */
  readonly fileOf: readonly Int32Array[];
}

export function tabulateFunctions(profiles: readonly LocatedProfile[]): FunctionTable {
  const files = new Map([['', 0]]);
  const rows = new RowCollector();
  const fileOf = profiles.map((located) => Int32Array.from(located.files, (file) => intern(files, file)));
  const rowOf = profiles.map((located, index) => collectRows(located, fileOf[index], rows));
  return { ...rows.columns(), files: [...files.keys()], rowOf, fileOf };
}

function collectRows({ profile, functions }: LocatedProfile, fileOf: Int32Array, rows: RowCollector): Int32Array {
  const rowOf = new Int32Array(profile.functions.length).fill(-1);
  for (let func = 0; func < rowOf.length; func++) {
    const category = profile.functions.category[func];
    if (category >= firstMetaCategory) continue;
    const name = profile.strings[profile.functions.name[func]];
    rowOf[func] = rows.add(name, fileOf[functions.file[func]], functions.line[func], functions.column[func], category, functions.mapping[func]);
  }
  return rowOf;
}

class RowCollector {
  private readonly rows = new Map<string, number>();
  private readonly name: string[] = [];
  private readonly file: number[] = [];
  private readonly line: number[] = [];
  private readonly column: number[] = [];
  private readonly category: number[] = [];
  private readonly mapping: number[] = [];

  add(name: string, file: number, line: number, column: number, category: number, mapping: number): number {
    // The name comes last: it may hold any character, so nothing can follow it unambiguously.
    const row = intern(this.rows, `${file}:${line}:${column}:${name}`);
    if (row < this.name.length) return row;
    this.name.push(name);
    this.file.push(file);
    this.line.push(line);
    this.column.push(column);
    this.category.push(category);
    this.mapping.push(mapping);
    return row;
  }

  columns() {
    const { name, file, line, column, category, mapping } = this;
    return { length: name.length, name, file, line, column, category, mapping };
  }
}
