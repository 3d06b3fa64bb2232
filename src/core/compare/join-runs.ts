import type { FlameData, FlameFunctions } from '../model/flame-data.ts';
import type { Parsed } from '../model/problem.ts';
import { matchFunctions } from './match-functions.ts';
import { intern } from '../model/intern.ts';

/** Two runs as one set of columns, in which a function of both is one row: whatever draws a run draws them. */
export interface JoinedRuns {
  /** Functions as the later run has them, behind them those only the earlier one has. Lanes of the earlier run, then of the later one. */
  readonly data: FlameData;
  /** So many lanes are the earlier run's. */
  readonly beforeLanes: number;
  /** So many functions, the first ones, are in the later run. */
  readonly afterFunctions: number;
  /** By row of functions: where the earlier run has it. Index into the strings, -1 = it has it not; and the 1-based line. */
  readonly beforeFile: Int32Array;
  readonly beforeLine: Int32Array;
}

/** Takes the columns of nodes and samples over, but for the numbers of functions. Refuses runs that counted different things. */
export function joinRuns(before: FlameData, after: FlameData): Parsed<JoinedRuns> {
  if (before.unit !== after.unit) {
    const counted = { microseconds: 'time', bytes: 'bytes', count: 'events' };
    return { ok: false, problem: { code: 'units-differ', message: `The first profile counts ${counted[before.unit]}, the second ${counted[after.unit]}; they can't be compared` } };
  }
  const match = matchFunctions(before, after);
  const rowOf = numberBefore(before.functions.length, match);
  const strings = new Map(after.strings.map((text, index) => [text, index]));
  const textOf = Int32Array.from(before.strings, (text) => intern(strings, text));
  const functions = joinFunctions(before.functions, after.functions, rowOf, textOf);
  const beforeFile = new Int32Array(functions.length).fill(-1);
  const beforeLine = new Int32Array(functions.length);
  rowOf.forEach((row, func) => {
    beforeFile[row] = textOf[before.functions.file[func]];
    beforeLine[row] = before.functions.line[func];
  });
  const lanes = [...before.lanes.map((lane) => ({ ...lane, nodes: { ...lane.nodes, func: lane.nodes.func.map((func) => rowOf[func]) } })), ...after.lanes];
  const data = { unit: after.unit, strings: [...strings.keys()], functions, lanes };
  return { ok: true, value: { data, beforeLanes: before.lanes.length, afterFunctions: after.functions.length, beforeFile, beforeLine }, problems: [] };
}

/** By function of the earlier run: its row among all. The roots are one, whatever they are called. */
function numberBefore(length: number, match: Int32Array): Int32Array {
  const rowOf = new Int32Array(length).fill(-1);
  match.forEach((func, row) => {
    if (func > 0 && row > 0) rowOf[func] = row;
  });
  rowOf[0] = 0;
  let next = match.length;
  return rowOf.map((row) => (row < 0 ? next++ : row));
}

function joinFunctions(before: FlameFunctions, after: FlameFunctions, rowOf: Int32Array, textOf: Int32Array): FlameFunctions {
  let length = after.length;
  for (const row of rowOf) length = Math.max(length, row + 1);
  const join = <Column extends Int32Array | Uint8Array>(joined: Column, earlier: ArrayLike<number>, later: Column): Column => {
    joined.set(later);
    rowOf.forEach((row, func) => {
      if (row >= after.length) joined[row] = earlier[func];
    });
    return joined;
  };
  const texts = (column: Int32Array): Int32Array => column.map((text) => textOf[text]);
  return {
    length,
    name: join(new Int32Array(length), texts(before.name), after.name),
    file: join(new Int32Array(length), texts(before.file), after.file),
    package: join(new Int32Array(length), texts(before.package), after.package),
    line: join(new Int32Array(length), before.line, after.line),
    column: join(new Int32Array(length), before.column, after.column),
    category: join(new Uint8Array(length), before.category, after.category),
    mapping: join(new Uint8Array(length), before.mapping, after.mapping),
  };
}
