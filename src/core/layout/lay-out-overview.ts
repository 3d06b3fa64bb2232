import type { FlameData, FlameLane } from '../model/flame-data.ts';
import { categories } from '../model/profile.ts';
import type { Overview } from './view.ts';

const [own, idle] = [categories.indexOf('own'), categories.indexOf('idle')];

/** @param lanes those of the scope; shares are of their time together, and lanes without an order of time are left out */
export function layOutOverview(data: FlameData, lanes: readonly FlameLane[], steps: number): Overview {
  const length = data.lanes.reduce((latest, lane) => Math.max(latest, lane.offset + lane.duration), 0);
  const sums = { busy: new Float32Array(steps), own: new Float32Array(steps) };
  const timed = lanes.filter(({ samples }) => samples.length > 0);
  if (length > 0) for (const lane of timed) addLane(sums, lane, data.functions.category, steps / length);
  const share = (sum: number): number => Math.min(1, sum / Math.max(1, timed.length));
  return { length, busy: sums.busy.map(share), own: sums.own.map(share) };
}

function addLane(sums: Pick<Overview, 'busy' | 'own'>, { samples, nodes, firstSample }: FlameLane, category: Uint8Array, stepsPerUnit: number): void {
  let from = firstSample * stepsPerUnit;
  for (let sample = 0; sample < samples.length; sample++) {
    const to = from + samples.duration[sample] * stepsPerUnit;
    const kind = category[nodes.func[samples.node[sample]]];
    if (kind !== idle) addSpan(sums.busy, from, to);
    if (kind === own) addSpan(sums.own, from, to);
    from = to;
  }
}

function addSpan(steps: Float32Array, from: number, to: number): void {
  for (let step = Math.floor(from); step < Math.min(to, steps.length); step++) steps[step] += Math.min(to, step + 1) - Math.max(from, step);
}
