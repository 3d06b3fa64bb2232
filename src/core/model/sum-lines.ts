import type { FunctionTable } from './function-table.ts';
import type { LocatedProfile } from './located.ts';
import { PairTable } from './pair-table.ts';

/** Self time by source line, µs, summed over profiles. */
export interface LineSums {
  /** (index into `FunctionTable.files`, 1-based line). */
  readonly lines: PairTable;
  readonly lineUs: readonly number[];
  readonly lineSamples: readonly number[];
  /** (row of the `FunctionTable`, 1-based line of the function's own file). */
  readonly functionLines: PairTable;
  readonly functionLineUs: readonly number[];
}

/** A node's self time is split over its ticks; without ticks, or where a tick has no line, it goes to the function's line. */
export function sumLines(table: FunctionTable, profiles: readonly LocatedProfile[]): LineSums {
  const sums = new LineAdder(table);
  profiles.forEach((located, index) => addLines(sums, located, table.rowOf[index], table.fileOf[index]));
  return sums;
}

function addLines(sums: LineAdder, { profile, ticks }: LocatedProfile, rowOf: Int32Array, fileOf: Int32Array): void {
  const { nodes } = profile;
  const { start, count } = profile.ticks;
  for (let node = 0; node < nodes.length; node++) {
    const row = rowOf[nodes.func[node]];
    if (row < 0) continue;
    let all = 0;
    for (let tick = start[node]; tick < start[node + 1]; tick++) all += count[tick];
    if (all === 0) {
      if (nodes.samples[node] > 0) sums.add(row, 0, 0, nodes.selfUs[node], nodes.samples[node]);
      continue;
    }
    for (let tick = start[node]; tick < start[node + 1]; tick++) {
      sums.add(row, fileOf[ticks.file[tick]], ticks.line[tick], (nodes.selfUs[node] * count[tick]) / all, count[tick]);
    }
  }
}

class LineAdder implements LineSums {
  readonly lines = new PairTable();
  readonly lineUs: number[] = [];
  readonly lineSamples: number[] = [];
  readonly functionLines = new PairTable();
  readonly functionLineUs: number[] = [];
  private readonly table: FunctionTable;

  constructor(table: FunctionTable) {
    this.table = table;
  }

  add(row: number, tickFile: number, tickLine: number, us: number, samples: number): void {
    const known = tickFile > 0 && tickLine > 0;
    const file = known ? tickFile : this.table.file[row];
    const line = known ? tickLine : this.table.line[row];
    if (file === 0 || line === 0) return;
    const at = this.lines.row(file, line);
    this.lineUs[at] = (this.lineUs[at] ?? 0) + us;
    this.lineSamples[at] = (this.lineSamples[at] ?? 0) + samples;
    if (file !== this.table.file[row]) return;
    const inFunction = this.functionLines.row(row, line);
    this.functionLineUs[inFunction] = (this.functionLineUs[inFunction] ?? 0) + us;
  }
}
