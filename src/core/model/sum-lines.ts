import type { FunctionTable } from './function-table.ts';
import type { LocatedProfile } from './located.ts';
import { PairTable } from './pair-table.ts';

/** Self time by source line, µs, summed over profiles. */
export interface LineSums {
  /** (index into `FunctionTable.files`, 1-based line). */
  readonly lines: LineTimes;
  /** (row of the `FunctionTable`, 1-based line of the function's own file). */
  readonly ofFunctions: LineTimes;
}

/** Time by pair; the columns stand beside the table's rows. */
export class LineTimes {
  readonly pairs = new PairTable();
  readonly us: number[] = [];
  readonly samples: number[] = [];

  add(owner: number, line: number, us: number, samples: number): void {
    const row = this.pairs.row(owner, line);
    if (row === this.us.length) {
      this.us.push(us);
      this.samples.push(samples);
      return;
    }
    this.us[row] += us;
    this.samples[row] += samples;
  }
}

/** A node's self time is split over its ticks; without ticks, or where a tick has no line, it goes to the function's line. */
export function sumLines(table: FunctionTable, profiles: readonly LocatedProfile[]): LineSums {
  const lines = new LineTimes();
  const ofFunctions = new LineTimes();
  profiles.forEach((located, index) => addTicks(lines, ofFunctions, table, located, index));
  // Nearly every tick is in its function's own file: those are added up by function first, and by file only once a line.
  const { first, second } = ofFunctions.pairs;
  for (let row = 0; row < first.length; row++) lines.add(table.file[first[row]], second[row], ofFunctions.us[row], ofFunctions.samples[row]);
  return { lines, ofFunctions };
}

function addTicks(lines: LineTimes, ofFunctions: LineTimes, table: FunctionTable, { profile, ticks }: LocatedProfile, index: number): void {
  const { nodes } = profile;
  const { start, count } = profile.ticks;
  const rowOf = table.rowOf[index];
  const fileOf = table.fileOf[index];
  for (let node = 0; node < nodes.length; node++) {
    const row = rowOf[nodes.func[node]];
    if (row < 0) continue;
    const ownFile = table.file[row];
    const ownLine = table.line[row];
    let all = 0;
    for (let tick = start[node]; tick < start[node + 1]; tick++) all += count[tick];
    if (all === 0 && nodes.samples[node] > 0 && ownFile > 0 && ownLine > 0) ofFunctions.add(row, ownLine, nodes.selfUs[node], nodes.samples[node]);
    for (let tick = start[node]; all > 0 && tick < start[node + 1]; tick++) {
      const known = ticks.line[tick] > 0 && fileOf[ticks.file[tick]] > 0;
      const file = known ? fileOf[ticks.file[tick]] : ownFile;
      const line = known ? ticks.line[tick] : ownLine;
      if (file === 0 || line === 0) continue;
      const us = (nodes.selfUs[node] * count[tick]) / all;
      if (file === ownFile) ofFunctions.add(row, line, us, count[tick]);
      else lines.add(file, line, us, count[tick]);
    }
  }
}
