import type { RecordingSummary } from './analysis.ts';
import { categories } from './profile.ts';
import type { Durations, Profile } from './profile.ts';
import type { SelfTimes } from './sum-self.ts';

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

export function summarizeProfile(profile: Profile, facts: RecordingFacts, self: SelfTimes): ProfileSummary {
  const { category } = profile.functions;
  const categoryUs = new Float64Array(categories.length);
  let samples = 0;
  for (let func = 0; func < category.length; func++) {
    categoryUs[category[func]] += self.us[func];
    samples += self.samples[func];
  }
  const recording = {
    ...facts,
    durationMs: (profile.unit === 'microseconds' ? profile.endTime - profile.startTime : categoryUs.reduce((sum, value) => sum + value, 0)) / 1000,
    idleMs: categoryUs[idle] / 1000,
    samples,
    intervalUs: profile.unit === 'microseconds' ? (facts.intervalUs ?? medianDelta(profile.samples.duration)) : 0,
  };
  return { recording, categoryUs, busySquares: profile.samples.length > 0 ? sumSampleSquares(profile) : sumHitSquares(profile) };
}

function sumSampleSquares({ nodes, functions, samples: { length, node, duration } }: Profile): number {
  const { category } = functions;
  let squares = 0;
  for (let sample = 0; sample < length; sample++) {
    const us = category[nodes.func[node[sample]]] === idle ? 0 : duration[sample];
    squares += us * us;
  }
  return squares;
}

/** For a file with hit counts only: each hit is taken to last as long as the others of its node. */
function sumHitSquares({ nodes: { length, func, samples, self }, functions }: Profile): number {
  let squares = 0;
  for (let node = 0; node < length; node++) {
    if (functions.category[func[node]] !== idle && samples[node] > 0) squares += (self[node] * self[node]) / samples[node];
  }
  return squares;
}

/** Deltas looked at for the median; of more, as many evenly spaced ones. */
const mostDeltas = 16_384;

/** Lower median, whole µs; 0 without samples. */
function medianDelta(durationUs: Durations): number {
  const step = Math.max(1, durationUs.length / mostDeltas);
  const deltas = new Float64Array(Math.min(durationUs.length, mostDeltas));
  for (let at = 0; at < deltas.length; at++) deltas[at] = durationUs[Math.floor(at * step)];
  deltas.sort();
  return deltas.length === 0 ? 0 : Math.round(deltas[(deltas.length - 1) >> 1]);
}
