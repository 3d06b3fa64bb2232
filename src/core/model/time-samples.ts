import type { Problem } from './problem.ts';
import type { ProfileParts } from './profile-builder.ts';

/** What a hit stands for when a file gives no times, µs: V8's usual interval. */
const assumedIntervalUs = 1000;

/** The time of each sample; where `samples` is empty, `intervalUs` is the time of each hit. */
export interface TimedSamples {
  readonly samples: Int32Array;
  readonly durations: Float64Array;
  readonly intervalUs: number;
  /** From `startTime` to the first sample, µs. */
  readonly beforeFirst: number;
  readonly startTime: number;
  readonly endTime: number;
  readonly problems: readonly Problem[];
}

/** Delta i + 1 is the time of sample i, the first belongs to nobody, the last sample runs to `endTime`. */
export function timeSamples(parts: ProfileParts): TimedSamples {
  const { samples, deltas } = parts;
  if (samples === null || samples.length === 0) return timeHits(parts);
  const problems: Problem[] = [];
  const startTime = parts.startTime ?? 0;
  const durations = deltas.length === samples.length ? deltas : fillDeltas(parts, samples.length);
  const last = startTime + repairOrder(durations, problems);
  const endTime = Math.max(parts.endTime ?? last, last);
  if (parts.endTime !== null && parts.endTime < last) {
    problems.push({ code: 'end-before-last-sample', message: `The recording ends ${last - parts.endTime} µs before its last sample; the last sample's time is taken as the end`, field: 'endTime' });
  }
  const beforeFirst = durations[0];
  durations.copyWithin(0, 1);
  durations[durations.length - 1] = endTime - last;
  return { samples, durations, intervalUs: 0, beforeFirst, startTime, endTime, problems };
}

/** The missing ones share what is left of the time evenly. */
function fillDeltas({ deltas, startTime, endTime }: ProfileParts, length: number): Float64Array {
  const filled = new Float64Array(length);
  filled.set(deltas);
  let known = 0;
  for (const delta of deltas) known += delta;
  const missing = length - deltas.length;
  const left = Math.max(0, (endTime ?? 0) - (startTime ?? 0) - known);
  // Without any delta the first sample stands at the start, so that each has the same time.
  const share = left > 0 ? left / (deltas.length === 0 ? length : missing + 1) : assumedIntervalUs;
  filled.fill(share, Math.max(1, deltas.length));
  return filled;
}

/** Makes the times of the samples never fall: each is at least the latest before it. Returns the last, from the start. */
function repairOrder(deltas: Float64Array, problems: Problem[]): number {
  let time = 0;
  let latest = 0;
  let count = 0;
  let first = -1;
  for (let at = 0; at < deltas.length; at++) {
    const delta = deltas[at];
    time += delta;
    if (delta < 0 && count++ === 0) {
      first = at;
      latest = time - delta;
    }
    if (count === 0) continue;
    deltas[at] = Math.max(0, time - latest);
    latest = Math.max(latest, time);
  }
  if (count === 0) return time;
  problems.push({ code: 'time-went-back', message: `${count} time ${count === 1 ? 'delta is' : 'deltas are'} negative; samples are put back in order of time`, field: `timeDeltas[${first}]` });
  return latest;
}

function timeHits({ hits, startTime, endTime }: ProfileParts): TimedSamples {
  let total = 0;
  for (const count of hits) total += count;
  const start = startTime ?? 0;
  const end = Math.max(start, endTime ?? start + total * assumedIntervalUs);
  const problems: Problem[] = [{ code: 'no-samples', message: total > 0 ? 'The samples are missing; times are estimated from the hit counts' : 'The recording holds no samples', field: 'samples' }];
  const samples = new Int32Array(0);
  return { samples, durations: new Float64Array(0), intervalUs: total > 0 ? (end - start) / total : 0, beforeFirst: total > 0 ? 0 : end - start, startTime: start, endTime: end, problems };
}
