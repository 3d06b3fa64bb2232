import type { FunctionTable } from './function-table.ts';
import { categories } from './profile.ts';
import type { PairSums, PlacedProfile, SumKernel } from './sum-kernel.ts';
import type { SelfTimes } from './sum-self.ts';

const gc = categories.indexOf('gc');

/** Times of the rows of a `FunctionTable`, µs, summed over profiles. */
export interface FunctionSums {
  readonly selfUs: Float64Array;
  /** Recursion counted once: only the outermost frame of a function on a stack adds its subtree. */
  readonly totalUs: Float64Array;
  readonly samples: Float64Array;
  /** Of collections that interrupted the function itself: part of its total, not of its self time. */
  readonly gcUs: Float64Array;
  /** By (caller, callee), neither a meta frame; recursion counted once here too: only the outermost call along the same edge adds. */
  readonly edges: PairSums;
}

/**
 * Linear in the nodes of all profiles.
 * @param rows row of the table by node, placed, of each profile
 */
export function sumFunctions(kernel: SumKernel, { length, rowOf }: FunctionTable, profiles: readonly PlacedProfile[], rows: readonly number[], selves: readonly SelfTimes[]): FunctionSums {
  const { does } = kernel;
  const sums = { selfUs: new Float64Array(length), samples: new Float64Array(length) };
  selves.forEach((self, index) => addSelf(sums, self, rowOf[index]));
  const totals = does.place(length * 8);
  const edges = does.createTable();
  const collections = does.place(length * 8);
  profiles.forEach((profile, index) => {
    does.sumCollections(profile.length, profile.parent, profile.func, profile.category, gc, rows[index], profile.self, collections);
    does.sumCalls(profile.length, profile.parent, rows[index], profile.self, totals, length, edges);
  });
  return { ...sums, totalUs: kernel.floats(totals, length).slice(), gcUs: kernel.floats(collections, length).slice(), edges: kernel.readTable(edges) };
}

function addSelf(sums: Pick<FunctionSums, 'selfUs' | 'samples'>, { us, samples }: SelfTimes, rowOf: Int32Array): void {
  for (let func = 0; func < rowOf.length; func++) {
    const row = rowOf[func];
    if (row < 0) continue;
    sums.selfUs[row] += us[func];
    sums.samples[row] += samples[func];
  }
}
