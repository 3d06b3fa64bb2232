import { kernelLoader } from './load-kernel.ts';
import type { LocatedProfile } from './located.ts';
import { sumKernelCode } from './sum-kernel-code.ts';

/** What kernel/sum/index.ts exports. Everything but counts is an address, in bytes. */
interface SumExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  place(bytes: number): number;
  sumSelf(length: number, func: number, self: number, samples: number, usOf: number, samplesOf: number): void;
  mapRows(length: number, func: number, rowOf: number, rows: number): void;
  sumCalls(length: number, parent: number, rows: number, self: number, totals: number, functions: number, edges: number): void;
  sumCollections(length: number, parent: number, func: number, categories: number, gc: number, rows: number, self: number, usOf: number): void;
  sumTicks(length: number, rows: number, samples: number, self: number, tickStart: number, tickLine: number, tickCount: number, files: number, functionLines: number, usLeft: number, samplesLeft: number, lines: number): void;
  sumRest(functions: number, functionLines: number, usLeft: number, samplesLeft: number, lines: number): void;
  sumFiles(lines: number, files: number, fileLines: number): void;
  createTable(): number;
  countRows(table: number): number;
  firstAt(table: number): number;
  secondAt(table: number): number;
  usAt(table: number): number;
  samplesAt(table: number): number;
}

/** Sums by pair, in the order of first sight. */
export interface PairSums {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly us: Float64Array;
  readonly samples: Float64Array;
}

/** Where the columns of a profile lie. */
export interface PlacedProfile {
  readonly length: number;
  readonly parent: number;
  readonly func: number;
  /** By function of the profile, index into `categories`. */
  readonly category: number;
  readonly self: number;
  readonly samples: number;
  readonly tickStart: number;
  readonly tickLine: number;
  readonly tickCount: number;
}

const load = kernelLoader(sumKernelCode);

/** The loops over all nodes, compiled from kernel/sum, and the memory they work in: that of one analysis. About 70 bytes a node, 2 GB at most. */
export class SumKernel {
  readonly does = load() as SumExports;

  placeProfile({ profile: { nodes, functions, ticks }, tickLine }: LocatedProfile): PlacedProfile {
    return {
      length: nodes.length,
      parent: this.placeInts(nodes.parent), func: this.placeInts(nodes.func), self: this.placeFloats(nodes.self), samples: this.placeInts(nodes.samples),
      category: this.placeInts(functions.category), tickStart: this.placeInts(ticks.start), tickLine: this.placeInts(tickLine), tickCount: this.placeInts(ticks.count),
    };
  }

  /** What `rowOf` has for the function of each node. */
  placeRows({ length, func }: PlacedProfile, rowOf: Int32Array): number {
    const rows = this.does.place(length * 4);
    this.does.mapRows(length, func, this.placeInts(rowOf), rows);
    return rows;
  }

  placeInts(column: ArrayLike<number>): number {
    const at = this.does.place(column.length * 4);
    this.ints(at, column.length).set(column);
    return at;
  }

  placeFloats(column: Float64Array): number {
    const at = this.does.place(column.length * 8);
    this.floats(at, column.length).set(column);
    return at;
  }

  /** As it is until more is placed. */
  ints(at: number, length: number): Int32Array {
    return new Int32Array(this.does.memory.buffer, at, length);
  }

  floats(at: number, length: number): Float64Array {
    return new Float64Array(this.does.memory.buffer, at, length);
  }

  readTable(table: number): PairSums {
    const { does } = this;
    const count = does.countRows(table);
    return {
      first: this.ints(does.firstAt(table), count).slice(),
      second: this.ints(does.secondAt(table), count).slice(),
      us: this.floats(does.usAt(table), count).slice(),
      samples: this.floats(does.samplesAt(table), count).slice(),
    };
  }
}
