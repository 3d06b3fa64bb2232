import { attachGc } from './attach-gc.ts';
import { categorizeFunction } from './categorize-function.ts';
import type { Problem } from './problem.ts';
import type { Profile } from './profile.ts';
import type { ProfileParts } from './profile-parts.ts';
import { type TimedSamples, timeSamples } from './time-samples.ts';
import { microseconds } from './units.ts';

/** Applies the rules of docs/profile-model.md: each µs from start to end belongs to exactly one node. */
export function buildProfile(recorded: ProfileParts): { readonly profile: Profile; readonly problems: readonly Problem[] } {
  const { strings, functions } = recorded;
  const category = new Uint8Array(functions.length);
  for (let row = 0; row < functions.length; row++) category[row] = categorizeFunction(strings[functions.name[row]], strings[functions.url[row]]);
  const timed = timeSamples(recorded);
  const parts = attachGc(recorded, timed.samples, category);
  const length = parts.parent.length;
  const self = new Float64Array(length);
  const samples = timed.samples.length > 0 ? countSamples(timed, self) : countHits(parts.hits, timed, self);
  const profile: Profile = {
    strings,
    functions: { ...functions, category },
    nodes: { length, parent: parts.parent, func: parts.func, self, samples },
    samples: { length: timed.samples.length, node: timed.samples, duration: timed.durations },
    ticks: parts.ticks,
    unit: 'microseconds',
    startTime: microseconds(timed.startTime),
    endTime: microseconds(timed.endTime),
  };
  return { profile: timed.beforeFirst > 0 ? addToProgram(profile, timed.beforeFirst) : profile, problems: timed.problems };
}

function countSamples({ samples, durations }: TimedSamples, self: Float64Array): Int32Array {
  const counts = new Int32Array(self.length);
  for (let at = 0; at < samples.length; at++) {
    const node = samples[at];
    counts[node]++;
    self[node] += durations[at];
  }
  return counts;
}

function countHits(hits: Int32Array, { intervalUs }: TimedSamples, self: Float64Array): Int32Array {
  for (let node = 0; node < hits.length; node++) self[node] = hits[node] * intervalUs;
  return hits;
}

/** Time without a sample belongs to `(program)`, which is made if the file has none. */
function addToProgram(profile: Profile, timeUs: number): Profile {
  const { nodes, functions, strings } = profile;
  for (let node = 1; node < nodes.length; node++) {
    if (nodes.parent[node] === 0 && functions.url[nodes.func[node]] === 0 && strings[functions.name[nodes.func[node]]] === '(program)') {
      nodes.self[node] += timeUs;
      return profile;
    }
  }
  return withProgram(profile, timeUs);
}

function withProgram({ strings, functions, nodes, ticks, ...rest }: Profile, timeUs: number): Profile {
  return {
    ...rest,
    strings: [...strings, '(program)'],
    functions: {
      length: functions.length + 1,
      name: longer(functions.name, strings.length),
      url: longer(functions.url, 0),
      scriptId: longer(functions.scriptId, 0),
      line: longer(functions.line, 0),
      column: longer(functions.column, 0),
      category: extend(functions.category, new Uint8Array(functions.length + 1), categorizeFunction('(program)', '')),
    },
    nodes: {
      length: nodes.length + 1,
      parent: longer(nodes.parent, 0),
      func: longer(nodes.func, functions.length),
      self: extend(nodes.self, new Float64Array(nodes.length + 1), timeUs),
      samples: longer(nodes.samples, 0),
    },
    ticks: { ...ticks, start: longer(ticks.start, ticks.line.length) },
  };
}

const longer = (column: Int32Array, last: number): Int32Array => extend(column, new Int32Array(column.length + 1), last);

function extend<Column extends Int32Array | Float64Array | Uint8Array>(column: Column, larger: Column, last: number): Column {
  larger.set(column);
  larger[column.length] = last;
  return larger;
}
