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
  readonly us: Float64Array;
  readonly samples: Float64Array;

  /** @param most pairs there may be */
  constructor(most: number) {
    this.us = new Float64Array(most);
    this.samples = new Float64Array(most);
  }

  add(owner: number, line: number, us: number, samples: number): void {
    const row = this.pairs.row(owner, line);
    this.us[row] += us;
    this.samples[row] += samples;
  }
}

/** A node's self time is split over its ticks; without ticks, or where a tick has no line, it goes to the function's line. */
export function sumLines(table: FunctionTable, profiles: readonly LocatedProfile[]): LineSums {
  const ticks = profiles.reduce((sum, { tickLine }) => sum + tickLine.length, 0);
  const ofFunctions = new LineTimes(ticks + table.length);
  profiles.forEach((located, index) => addNodes(ofFunctions, table, located, table.rowOf[index]));
  const { first, second } = ofFunctions.pairs;
  const lines = new LineTimes(first.length);
  for (let row = 0; row < first.length; row++) lines.add(table.file[first[row]], second[row], ofFunctions.us[row], ofFunctions.samples[row]);
  return { lines, ofFunctions };
}

function addNodes(times: LineTimes, table: FunctionTable, { profile, tickLine }: LocatedProfile, rowOf: Int32Array): void {
  const { func, samples, selfUs, length } = profile.nodes;
  const { start, count } = profile.ticks;
  for (let node = 0; node < length; node++) {
    if (samples[node] === 0 && start[node] === start[node + 1]) continue;
    const row = rowOf[func[node]];
    if (row < 0 || table.file[row] === 0) continue;
    const ownLine = table.line[row];
    let all = 0;
    for (let tick = start[node]; tick < start[node + 1]; tick++) all += count[tick];
    for (let tick = start[node]; all > 0 && tick < start[node + 1]; tick++) {
      const line = tickLine[tick] > 0 ? tickLine[tick] : ownLine;
      if (line > 0) times.add(row, line, (selfUs[node] * count[tick]) / all, count[tick]);
    }
    if (all === 0 && samples[node] > 0 && ownLine > 0) times.add(row, ownLine, selfUs[node], samples[node]);
  }
}
