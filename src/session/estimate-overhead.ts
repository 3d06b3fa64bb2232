import { categories } from '../core/model/profile.ts';
import type { Profile } from '../core/model/profile.ts';
import type { ProbeSidecar } from '../protocol/probe.ts';

/** CPU one sample costs, ms: from CPU-time ratios of counted work sampled every 100 µs (1.34 on Node 20, 1.22 on Node 24). */
const sampleMs = { before22: 0.034, since22: 0.022 };
const idle = categories.indexOf('idle');

/**
 * Estimated share of the program's CPU time that taking samples cost. What the probe does before the first sample and after the
 * last is in no number of the profile and is left out here too. `null` when the probe did not say.
 */
export function estimateOverhead({ nodeVersion, probeCpuMs, processCpuMs }: ProbeSidecar, { nodes, functions }: Profile): number | null {
  const programMs = processCpuMs - probeCpuMs;
  if (programMs <= 0) return null;
  let busySamples = 0;
  for (let node = 0; node < nodes.length; node++) {
    if (functions.category[nodes.func[node]] !== idle) busySamples += nodes.samples[node];
  }
  const major = Number(/^v?(\d+)/.exec(nodeVersion)?.[1] ?? 0);
  return Math.min(1, (busySamples * (major < 22 ? sampleMs.before22 : sampleMs.since22)) / programMs);
}
