import type { FunctionTable } from './function-table.ts';
import type { PairSums, PlacedProfile, SumKernel } from './sum-kernel.ts';

/** Self time by source line, µs, summed over profiles. */
export interface LineSums {
  /** (index into `FunctionTable.files`, 1-based line). */
  readonly lines: PairSums;
  /** (row of the `FunctionTable`, 1-based line of the function's own file). */
  readonly ofFunctions: PairSums;
}

/**
 * A node's self time is split over its ticks; without ticks, or where a tick has no line, it goes to the function's line. What has
 * no line is left out.
 * @param rows row of the table by node, placed, of each profile
 */
export function sumLines(kernel: SumKernel, table: FunctionTable, profiles: readonly PlacedProfile[], rows: readonly number[]): LineSums {
  const { does } = kernel;
  const files = kernel.placeInts(table.file);
  const functionLines = kernel.placeInts(table.line);
  const usLeft = does.place(table.length * 8);
  const samplesLeft = does.place(table.length * 8);
  const ofFunctions = does.createTable();
  profiles.forEach(({ length, samples, self, tickStart, tickLine, tickCount }, index) => {
    does.sumTicks(length, rows[index], samples, self, tickStart, tickLine, tickCount, files, functionLines, usLeft, samplesLeft, ofFunctions);
  });
  does.sumRest(table.length, functionLines, usLeft, samplesLeft, ofFunctions);
  const lines = does.createTable();
  does.sumFiles(ofFunctions, files, lines);
  return { lines: kernel.readTable(lines), ofFunctions: kernel.readTable(ofFunctions) };
}
