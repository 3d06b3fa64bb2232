import type { ProbeSidecar } from '../protocol/probe.ts';

/** CPU one sample costs, ms: from CPU-time ratios of counted work sampled every 100 µs (1.34 on Node 20, 1.22 on Node 24). */
const sampleMs = { before22: 0.034, since22: 0.022 };

/** Estimated share of the process's CPU time that profiling was: what the probe measured of itself, and the sampling. */
export function estimateOverhead({ nodeVersion, probeCpuMs, processCpuMs }: ProbeSidecar, samples: number): number | null {
  if (processCpuMs <= 0) return null;
  const major = Number(/^v?(\d+)/.exec(nodeVersion)?.[1] ?? 0);
  const sampling = samples * (major < 22 ? sampleMs.before22 : sampleMs.since22);
  return Math.min(1, Math.max(0, (probeCpuMs + sampling) / processCpuMs));
}
