import type { Problem } from './problem.ts';
import type { Durations } from './profile.ts';
import type { ProfileParts } from './profile-parts.ts';

/** What a hit stands for when a file gives no times, µs: V8's usual interval. */
const assumedIntervalUs = 1000;

/** The time of each sample; where `samples` is empty, `intervalUs` is the time of each hit. */
export interface TimedSamples {
  readonly samples: Int32Array;
  readonly durations: Durations;
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
  const beforeFirst = Math.max(0, durations[0]);
  const last = startTime + repairOrder(durations, problems);
  const endTime = endAfter(last, parts, 'its last sample', problems);
  return { samples, durations: endWith(durations, endTime - last), intervalUs: 0, beforeFirst, startTime, endTime, problems };
}

/** Gives the last sample its time, in a wider column if that is not a whole number or too long. */
function endWith(durations: Durations, last: number): Durations {
  const wide = last === Math.trunc(last) && last <= 0x7fffffff ? durations : new Float64Array(durations);
  wide[wide.length - 1] = last;
  return wide;
}

/** The end the file names, but never before what it holds. Without a start it says nothing. */
function endAfter(time: number, { startTime, endTime }: ProfileParts, what: string, problems: Problem[]): number {
  if (startTime === null || endTime === null) return time;
  if (endTime >= time) return endTime;
  problems.push({ code: 'end-too-early', message: `The end time lies before ${what}; that time is taken as the end`, field: 'endTime' });
  return time;
}

/** The missing ones share what is left of the time evenly. */
function fillDeltas({ deltas, startTime, endTime }: ProfileParts, length: number): Float64Array {
  const filled = new Float64Array(length);
  filled.set(deltas);
  let known = 0;
  for (const delta of deltas) known += delta;
  const missing = length - deltas.length;
  const timed = startTime !== null && endTime !== null;
  const left = timed ? Math.max(0, endTime - startTime - known) : 0;
  // Without any delta the first sample stands at the start, so that each has the same time.
  const share = timed ? left / (deltas.length === 0 ? length : missing + 1) : assumedIntervalUs;
  filled.fill(share, Math.max(1, deltas.length));
  return filled;
}

/**
 * Makes the times of the samples never fall, each being at least the latest before it, and gives delta i + 1 to sample i. Returns the
 * last time, from the start.
 */
function repairOrder(deltas: Durations, problems: Problem[]): number {
  let time = deltas[0];
  let latest = Math.max(0, time);
  let first = time < 0 ? 0 : -1;
  let count = time < 0 ? 1 : 0;
  // No branch is taken now and then only: V8 would throw away what it compiled at the first sample that went back.
  for (let at = 1; at < deltas.length; at++) {
    const delta = deltas[at];
    time += delta;
    const reached = Math.max(latest, time);
    deltas[at - 1] = reached - latest;
    latest = reached;
    first = delta < 0 && first < 0 ? at : first;
    count += delta < 0 ? 1 : 0;
  }
  if (count === 0) return latest;
  problems.push({ code: 'time-went-back', message: `${count} time ${count === 1 ? 'delta is' : 'deltas are'} negative; samples are put back in order of time`, field: `timeDeltas[${first}]` });
  return latest;
}

/** Without samples the hits share the time; without hits it belongs to nobody. */
function timeHits(parts: ProfileParts): TimedSamples {
  let total = 0;
  for (const count of parts.hits) total += count;
  const problems: Problem[] = [];
  const startTime = parts.startTime ?? 0;
  const timed = parts.startTime !== null && parts.endTime !== null;
  const endTime = timed ? endAfter(startTime, parts, 'the start time', problems) : startTime + total * assumedIntervalUs;
  problems.push({ code: 'no-samples', message: total > 0 ? 'The samples are missing; times are estimated from the hit counts' : 'The recording holds no samples', field: 'samples' });
  const beforeFirst = total > 0 ? 0 : endTime - startTime;
  const intervalUs = total > 0 ? (endTime - startTime) / total : 0;
  return { samples: new Int32Array(0), durations: new Float64Array(0), intervalUs, beforeFirst, startTime, endTime, problems };
}
