import type { Profile } from '../core/model/profile.ts';
import type { ProbeSidecar } from '../protocol/probe.ts';

/**
 * CPU one sample costs, ms: from CPU-time ratios of counted work sampled every 100 µs (1.34 on Node 20, 1.22 on Node 24). A sample of
 * a waiting program costs as much: it wakes the thread up.
 */
const sampleMs = { before22: 0.034, since22: 0.022 };

/**
 * Estimated share of the process's CPU time that profiling took: what the probe measured of itself before the first sample and
 * after the last, and the samples. `null` when the probe did not say.
 */
export function estimateOverhead({ nodeVersion, probeCpuMs, processCpuMs }: ProbeSidecar, { nodes }: Profile): number | null {
  if (processCpuMs <= 0) return null;
  const samples = nodes.samples.reduce((sum, count) => sum + count, 0);
  const major = Number(/^v?(\d+)/.exec(nodeVersion)?.[1] ?? 0);
  return Math.min(1, (probeCpuMs + samples * (major < 22 ? sampleMs.before22 : sampleMs.since22)) / processCpuMs);
}
