import { categories, type Category, type Profile } from '../../../../src/core/model/profile.ts';
import { microseconds } from '../../../../src/core/model/units.ts';

export interface SmallFunction {
  readonly name: string;
  readonly url: string;
  readonly scriptId: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  readonly category?: Category;
  /** Generated line → ticks. */
  readonly ticks?: Readonly<Record<number, number>>;
}

/** A profile in which every function was called by the root, 1 ms a tick. */
export function smallProfile(functions: readonly SmallFunction[]): Profile {
  const strings: string[] = [''];
  const text = (value: string): number => (strings.includes(value) ? strings.indexOf(value) : strings.push(value) - 1);
  const all: readonly SmallFunction[] = [{ name: '(root)', url: '', scriptId: '0', line: 0, column: 0, category: 'program' }, ...functions];
  const column = (pick: (fn: SmallFunction, row: number) => number): Int32Array => Int32Array.from(all, pick);
  const ticks = all.map((fn) => Object.entries(fn.ticks ?? {}).map(([line, count]) => ({ line: Number(line), count })));
  const start = [0];
  for (const own of ticks) start.push((start.at(-1) ?? 0) + own.length);
  const samples = ticks.map((own) => own.reduce((sum, { count }) => sum + count, 0));
  const total = samples.reduce((sum, count) => sum + count, 0);
  return {
    strings,
    functions: {
      length: all.length, name: column((fn) => text(fn.name)), url: column((fn) => text(fn.url)), scriptId: column((fn) => text(fn.scriptId)),
      line: column((fn) => fn.line), column: column((fn) => fn.column), category: Uint8Array.from(all, (fn) => categories.indexOf(fn.category ?? 'own')),
    },
    nodes: { length: all.length, parent: column((_, row) => (row === 0 ? -1 : 0)), func: column((_, row) => row), self: Float64Array.from(samples, (count) => count * 1000), samples: Int32Array.from(samples) },
    samples: { length: total, node: Int32Array.from(samples.flatMap((count, node) => Array<number>(count).fill(node))), duration: new Float64Array(total).fill(1000) },
    ticks: { start: Int32Array.from(start), line: Int32Array.from(ticks.flat(), ({ line }) => line), count: Int32Array.from(ticks.flat(), ({ count }) => count) },
    unit: 'microseconds',
    startTime: microseconds(0),
    endTime: microseconds(total * 1000),
  };
}
