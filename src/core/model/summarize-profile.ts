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

/** Deltas looked at for the median; of more, as many evenly spaced ones. */
const mostDeltas = 16_384;

/** Lower median, whole µs; 0 without samples. */
function medianDelta(durationUs: Float64Array): number {
  const step = Math.max(1, durationUs.length / mostDeltas);
  const deltas = new Float64Array(Math.min(durationUs.length, mostDeltas));
  for (let at = 0; at < deltas.length; at++) deltas[at] = durationUs[Math.floor(at * step)];
  deltas.sort();
  return deltas.length === 0 ? 0 : Math.round(deltas[(deltas.length - 1) >> 1]);
}
