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
export interface LineTimes {
  readonly pairs: PairTable;
  readonly us: Float64Array;
  readonly samples: Float64Array;
}

/** A node's self time is split over its ticks; without ticks, or where a tick has no line, it goes to the function's line. */
export function sumLines(table: FunctionTable, profiles: readonly LocatedProfile[]): LineSums {
  const parts = new LineParts(profiles.reduce((sum, { tickLine }) => sum + tickLine.length, table.length));
  const withoutTicks = { us: new Float64Array(table.length), samples: new Float64Array(table.length) };
  profiles.forEach((located, index) => splitNodes(parts, withoutTicks, table, located, table.rowOf[index]));
  for (let row = 0; row < table.length; row++) {
    if (withoutTicks.samples[row] > 0) parts.add(row, table.line[row], withoutTicks.us[row], withoutTicks.samples[row]);
  }
  const ofFunctions = sumParts(parts);
  const { first, second } = ofFunctions.pairs;
  const files = Int32Array.from(first, (row) => table.file[row]);
  return { ofFunctions, lines: sumParts({ length: files.length, owner: files, line: Int32Array.from(second), us: ofFunctions.us, samples: ofFunctions.samples }) };
}

/** Pieces of time, not yet summed. What has no line is left out. */
class LineParts {
  length = 0;
  readonly owner: Int32Array;
  readonly line: Int32Array;
  readonly us: Float64Array;
  readonly samples: Float64Array;

  constructor(most: number) {
    this.owner = new Int32Array(most);
    this.line = new Int32Array(most);
    this.us = new Float64Array(most);
    this.samples = new Float64Array(most);
  }

  add(owner: number, line: number, us: number, samples: number): void {
    if (line === 0) return;
    const at = this.length++;
    this.owner[at] = owner;
    this.line[at] = line;
    this.us[at] = us;
    this.samples[at] = samples;
  }
}

type Times = Pick<LineParts, 'us' | 'samples'>;

function splitNodes(parts: LineParts, withoutTicks: Times, table: FunctionTable, { profile, tickLine }: LocatedProfile, rowOf: Int32Array): void {
  const { func, samples, self, length } = profile.nodes;
  const { start, count } = profile.ticks;
  for (let node = 0; node < length; node++) {
    if (samples[node] === 0 && start[node] === start[node + 1]) continue;
    const row = rowOf[func[node]];
    if (row < 0 || table.file[row] === 0) continue;
    let all = 0;
    for (let tick = start[node]; tick < start[node + 1]; tick++) all += count[tick];
    if (all === 0) {
      withoutTicks.us[row] += self[node];
      withoutTicks.samples[row] += samples[node];
      continue;
    }
    for (let tick = start[node]; tick < start[node + 1]; tick++) parts.add(row, tickLine[tick] || table.line[row], (self[node] * count[tick]) / all, count[tick]);
  }
}

function sumParts({ length, owner, line, us, samples }: Omit<LineParts, 'add'>): LineTimes {
  const sums = { pairs: new PairTable(), us: new Float64Array(length), samples: new Float64Array(length) };
  for (let part = 0; part < length; part++) {
    const row = sums.pairs.row(owner[part], line[part]);
    sums.us[row] += us[part];
    sums.samples[row] += samples[part];
  }
  return sums;
}
