import fc from 'fast-check';
import type { LocatedProfile } from '../../../../src/core/model/located.ts';
import { microseconds } from '../../../../src/core/model/units.ts';

/** One node as drawn: `parent` is taken modulo the rows before it, `func` modulo the functions. */
interface DrawnNode {
  readonly parent: number;
  readonly func: number;
  readonly hits: readonly number[];
  readonly ticks: readonly { readonly line: number; readonly count: number }[];
}

const strings = ['', '(root)', '(idle)', '(garbage collector)', 'parse', '__proto__', 'constructor', '<img>'];
const files = ['', '/p/a.ts', '/p/b.ts', 'node:fs'];
/** name, file, line, category; the last two are the same function from two scripts. */
const functions = [
  [1, 0, 0, 5], [2, 0, 0, 6], [3, 0, 0, 4], [4, 1, 3, 0], [5, 1, 9, 0], [6, 2, 3, 1], [7, 3, 1, 2], [0, 0, 0, 3], [4, 2, 5, 0], [4, 2, 5, 0],
] as const;

const node: fc.Arbitrary<DrawnNode> = fc.record({
  parent: fc.nat(1000),
  func: fc.nat(1000),
  hits: fc.array(fc.nat(3000), { maxLength: 4 }),
  ticks: fc.array(fc.record({ line: fc.nat(4), count: fc.nat(5) }), { maxLength: 3 }),
});

/** Small call trees with recursion, meta frames, ticks without a line and functions that come from two scripts. */
export const randomProfile: fc.Arbitrary<LocatedProfile> = fc.array(node, { maxLength: 25 }).map((drawn) => {
  const rows: DrawnNode[] = [{ parent: 0, func: 0, hits: [], ticks: [] }, ...drawn];
  const ticks = rows.flatMap((row) => row.ticks);
  const start = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => {
    start[index + 1] = start[index] + row.ticks.length;
  });
  const hits = rows.flatMap((row, index) => row.hits.map((us) => ({ index, us })));
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  return {
    files,
    functions: {
      file: Int32Array.from(functions, ([, file]) => file),
      line: Int32Array.from(functions, ([, , line]) => line),
      column: Int32Array.from(functions, () => 1),
      mapping: Uint8Array.from(functions, () => 0),
    },
    tickLine: Int32Array.from(ticks, ({ line }) => line),
    profile: {
      strings,
      functions: {
        length: functions.length,
        name: Int32Array.from(functions, ([name]) => name),
        url: new Int32Array(functions.length),
        scriptId: new Int32Array(functions.length),
        line: Int32Array.from(functions, ([, , line]) => line),
        column: Int32Array.from(functions, () => 1),
        category: Uint8Array.from(functions, ([, , , category]) => category),
      },
      nodes: {
        length: rows.length,
        parent: Int32Array.from(rows, ({ parent }, index) => (index === 0 ? -1 : parent % index)),
        func: Int32Array.from(rows, ({ func }, index) => (index === 0 ? 0 : func % functions.length)),
        self: Float64Array.from(rows, (row) => sum(row.hits)),
        samples: Int32Array.from(rows, (row) => row.hits.length),
      },
      samples: { length: hits.length, node: Int32Array.from(hits, ({ index }) => index), duration: Float64Array.from(hits, ({ us }) => us) },
      ticks: { start, line: Int32Array.from(ticks, ({ line }) => line), count: Int32Array.from(ticks, ({ count }) => count) },
      unit: 'microseconds' as const,
      startTime: microseconds(0),
      endTime: microseconds(sum(hits.map(({ us }) => us))),
    },
  };
});
