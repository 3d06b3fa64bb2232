import type { RecordingSummary } from './analysis.ts';
import { categories } from './profile.ts';
import type { Profile } from './profile.ts';

/** What the profile itself does not say: it comes from the probe's sidecar and the manifest. */
export interface RecordingFacts extends Omit<RecordingSummary, 'durationMs' | 'idleMs' | 'samples' | 'intervalUs'> {
  /** `null` when unknown: the median delta stands in. */
  readonly intervalUs: number | null;
}

export interface ProfileSummary {
  readonly recording: RecordingSummary;
  /** Self time by category, µs. */
  readonly categoryUs: Float64Array;
  /** Samples outside `(idle)`. */
  readonly busySamples: number;
}

const idle = categories.indexOf('idle');

export function summarizeProfile(profile: Profile, facts: RecordingFacts): ProfileSummary {
  const { nodes, functions, samples } = profile;
  const categoryUs = new Float64Array(categories.length);
  let busySamples = 0;
  let allSamples = 0;
  for (let node = 0; node < nodes.length; node++) {
    const category = functions.category[nodes.func[node]];
    categoryUs[category] += nodes.selfUs[node];
    allSamples += nodes.samples[node];
    if (category !== idle) busySamples += nodes.samples[node];
  }
  const recording = {
    ...facts,
    durationMs: (profile.endTime - profile.startTime) / 1000,
    idleMs: categoryUs[idle] / 1000,
    samples: allSamples,
    intervalUs: facts.intervalUs ?? medianDelta(samples.durationUs),
  };
  return { recording, categoryUs, busySamples };
}

/** Whole µs up to this are counted exactly; longer gaps are pauses, not intervals. */
const longestInterval = 65_535;

/** Lower median in whole µs, by counting: linear also for 10,000,000 samples. 0 without samples. */
function medianDelta(durationUs: Float64Array): number {
  const counts = new Uint32Array(longestInterval + 1);
  for (const us of durationUs) counts[Math.min(longestInterval, Math.round(us))]++;
  let left = (durationUs.length + 1) >> 1;
  for (let us = 0; us <= longestInterval; us++) {
    left -= counts[us];
    if (left <= 0) return us;
  }
  return 0;
}
