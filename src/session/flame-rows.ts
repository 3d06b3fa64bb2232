import type { FlameData, FunctionTime, OpenedFlame } from './types.ts';

/** Where a row's function begins; `file` as the analysis has it. */
export interface RowPlace {
  readonly file: string;
  /** 1-based; 0 = none. */
  readonly line: number;
}

/** Leads from a function of the analysis to its row of the columns, and from a row to its place. */
export class FlameRows {
  protected readonly opened: OpenedFlame;
  private byKey: ReadonlyMap<string, number> | null = null;

  constructor(opened: OpenedFlame) {
    this.opened = opened;
  }

  get length(): number {
    return this.opened.data.functions.length;
  }

  /** `null` for a row that is none. */
  place(row: number): RowPlace | null {
    const { functions, strings } = this.opened.data;
    return row >= 0 && row < functions.length ? { file: strings[functions.file[row]], line: functions.line[row] } : null;
  }

  /** As the profile has it; empty for a function without a name, and for a row that is none. */
  name(row: number): string {
    const { functions, strings } = this.opened.data;
    return row >= 0 && row < functions.length ? strings[functions.name[row]] : '';
  }

  /** The row with most self time of those with the name; -1 = none. */
  rowNamed(name: string): number {
    const found = this.opened.analysis.functions.find((row) => row.name === name);
    return found ? this.rowOf(found) : -1;
  }

  rowOf({ name, file, line, column }: FunctionTime): number {
    this.byKey ??= indexRows(this.opened.data);
    return this.byKey.get(keyOf(name, file, line, column)) ?? -1;
  }
}

function indexRows({ functions, strings }: FlameData): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (let row = functions.length - 1; row >= 0; row--) {
    rows.set(keyOf(strings[functions.name[row]] || '(anonymous)', strings[functions.file[row]], functions.line[row], functions.column[row]), row);
  }
  return rows;
}

const keyOf = (name: string, file: string, line: number, column: number): string => `${line}:${column}:${file}\0${name}`;
