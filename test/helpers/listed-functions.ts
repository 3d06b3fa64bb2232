import type { FlameData } from '../../src/core/model/flame-data.ts';
import { packageOf } from '../../src/core/model/package-of.ts';
import { categorizeFunction } from '../../src/core/model/categorize-function.ts';

/** A function of a made-up run. */
export interface ListedFunction {
  /** Empty = anonymous. */
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Index of the caller in the list; none = the root. */
  readonly caller?: number;
}

/** A run in which each function was called once, by its caller, for 1 ms. Row `i + 1` of the functions is the `i`-th of the list. */
export function runOf(list: readonly ListedFunction[]): FlameData {
  const strings = new Map([['', 0], ['(root)', 1]]);
  const intern = (text: string): number => strings.get(text) ?? (strings.set(text, strings.size), strings.size - 1);
  const column = (read: (entry: ListedFunction) => number): Int32Array => Int32Array.from([0, ...list.map(read)]);
  const order = callersFirst(list);
  const nodeOf = new Map(order.map((index, at) => [index, at + 1]));
  const length = list.length + 1;
  const nodes = {
    length,
    parent: Int32Array.from([-1, ...order.map((index) => nodeOf.get(list[index].caller ?? -1) ?? 0)]),
    func: Int32Array.from([0, ...order.map((index) => index + 1)]),
    self: new Float64Array(length).fill(1000, 1),
    samples: new Int32Array(length).fill(1, 1),
  };
  const none = { length: 0, node: new Int32Array(0), duration: new Float64Array(0) };
  const functions = {
    length,
    name: column(({ name }) => intern(name)).fill(1, 0, 1),
    file: column(({ file }) => intern(file)),
    package: column(({ file }) => intern(packageOf(file))),
    line: column(({ line }) => line),
    column: column(({ column: at }) => at),
    category: Uint8Array.from([5, ...list.map(({ name, file }) => categorizeFunction(name, file))]),
    mapping: new Uint8Array(length),
  };
  const ticks = { start: new Int32Array(length + 1), line: new Int32Array(0), count: new Int32Array(0) };
  return {
    unit: 'microseconds', functions, strings: [...strings.keys()],
    lanes: [{ label: 'main', pid: 1, threadId: 0, partial: '', offset: 0, firstSample: 0, duration: list.length * 1000, nodes, samples: none, ticks }],
  };
}

function callersFirst(list: readonly ListedFunction[]): number[] {
  const order: number[] = [];
  const placed = new Set<number>();
  for (const [index] of list.entries()) {
    const chain: number[] = [];
    for (let at: number | undefined = index; at !== undefined && !placed.has(at) && !chain.includes(at); at = list[at].caller) chain.push(at);
    for (const at of chain.reverse()) {
      placed.add(at);
      order.push(at);
    }
  }
  return order;
}

/**
 * Functions as text, one a line: `src/rows.ts:12:3 parseRow < main`. `-` is an anonymous function; the column may be left out, as may the caller,
 * which is a name or, for one of several, `name@line`.
 */
export function listFunctionsOf(text: string): ListedFunction[] {
  const rows = text.trim().split('\n').map((row) => /^\s*(?<file>\S*?):(?<line>\d+)(?::(?<column>\d+))?\s+(?<name>\S+)(?:\s+<\s+(?<caller>\S+))?\s*$/.exec(row)?.groups ?? {});
  const isCalled = (caller: string) => ({ name, line }: Record<string, string>): boolean => name === caller || `${name}@${line}` === caller;
  return rows.map(({ file, line, column, name, caller }) => {
    const callerRow = caller ? rows.findIndex(isCalled(caller)) : -1;
    return { name: name === '-' ? '' : name, file: file.replace(/^-$/, ''), line: Number(line), column: Number(column ?? 1), ...(callerRow >= 0 && { caller: callerRow }) };
  });
}
