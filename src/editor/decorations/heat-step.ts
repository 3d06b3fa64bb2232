/** Lower bounds of heat 2 … 6, as shares of the run's CPU time. Absolute, so the same colour means the same in every run. */
const bounds = [0.02, 0.05, 0.1, 0.25, 0.5] as const;

export const heatSteps = 6;
/** Steps from this one on colour the whole line. */
export const firstLineStep = 4;

/** 1 (coolest) … 6 (hottest). */
export function heatStep(share: number): number {
  let step = 1;
  for (const bound of bounds) if (share >= bound) step++;
  return step;
}
