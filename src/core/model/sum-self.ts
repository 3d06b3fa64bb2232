import type { PlacedProfile, SumKernel } from './sum-kernel.ts';

/** What each function had on top of the stack. By row of `Profile.functions`. */
export interface SelfTimes {
  readonly us: Float64Array;
  readonly samples: Float64Array;
}

export function sumSelf(kernel: SumKernel, { length, func, self, samples }: PlacedProfile, functions: number): SelfTimes {
  const us = kernel.does.place(functions * 8);
  const counts = kernel.does.place(functions * 8);
  kernel.does.sumSelf(length, func, self, samples, us, counts);
  return { us: kernel.floats(us, functions).slice(), samples: kernel.floats(counts, functions).slice() };
}
