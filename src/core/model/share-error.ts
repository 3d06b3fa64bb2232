/** 97.5 % point of the normal distribution: a two-sided 95 % interval. */
const z = 1.96;

/**
 * Kish's effective sample size: (Σ time)² ÷ Σ time². Equal gaps count in full; a sample that stands for a long gap, because the
 * machine was busy elsewhere, says no more about that gap than one sample can. `busySquares` in µs².
 */
export function countEvenSamples(busyMs: number, busySquares: number): number {
  return busySquares > 0 ? (busyMs * 1000) ** 2 / busySquares : 0;
}

/** Half width of the 95 % interval (Wilson) of a share seen in `samples` samples; 1 when there are none. Never 0: rare things may be missed. */
export function shareError(share: number, samples: number): number {
  if (samples <= 0) return 1;
  const variance = Math.max(0, share * (1 - share)) / samples + (z * z) / (4 * samples * samples);
  return Math.min(1, (z / (1 + (z * z) / samples)) * Math.sqrt(variance));
}
