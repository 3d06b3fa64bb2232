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
  /** Σ of the squared durations of the samples that were not idle, µs²: the larger, the fewer evenly spaced samples they are worth. */
  readonly busySquares: number;
}

const idle = categories.indexOf('idle');

export function summarizeProfile(profile: Profile, facts: RecordingFacts): ProfileSummary {
  const { nodes, functions, samples } = profile;
  const categoryUs = new Float64Array(categories.length);
  const isBusy = new Uint8Array(nodes.length);
  let allSamples = 0;
  let hitSquares = 0;
  for (let node = 0; node < nodes.length; node++) {
    const category = functions.category[nodes.func[node]];
    const count = nodes.samples[node];
    categoryUs[category] += nodes.selfUs[node];
    allSamples += count;
    if (category === idle) continue;
    isBusy[node] = 1;
    if (count > 0) hitSquares += (nodes.selfUs[node] * nodes.selfUs[node]) / count;
  }
  const recording = {
    ...facts,
    durationMs: (profile.endTime - profile.startTime) / 1000,
    idleMs: categoryUs[idle] / 1000,
    samples: allSamples,
    intervalUs: facts.intervalUs ?? medianDelta(samples.durationUs),
  };
  // A file with hit counts only: each hit is taken to last as long as the others of its node.
  return { recording, categoryUs, busySquares: samples.length > 0 ? sumBusySquares(profile, isBusy) : hitSquares };
}

function sumBusySquares({ samples: { length, node, durationUs } }: Profile, isBusy: Uint8Array): number {
  let squares = 0;
  for (let sample = 0; sample < length; sample++) {
    if (isBusy[node[sample]] === 1) squares += durationUs[sample] * durationUs[sample];
  }
  return squares;
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
