import { measureDepths } from '../model/call-tree.ts';
import type { FlameData, FlameLane } from '../model/flame-data.ts';
import { categories } from '../model/profile.ts';
import type { Category } from '../model/profile.ts';
import type { Overview } from './view.ts';

type Sums = Omit<Overview, 'length'>;

const idle = categories.indexOf('idle');
const told: readonly (Category & keyof Sums)[] = ['own', 'dependency', 'gc'];

/** @param lanes those of the scope; shares and depth are of their time together, and lanes without an order of time are left out */
export function layOutOverview(data: FlameData, lanes: readonly FlameLane[], steps: number): Overview {
  const length = data.lanes.reduce((latest, lane) => Math.max(latest, lane.offset + lane.duration), 0);
  const [busy, own, dependency, gc, depth] = Array.from({ length: 5 }, () => new Float32Array(steps));
  const sums: Sums = { busy, own, dependency, gc, depth };
  const timed = lanes.filter(({ samples }) => samples.length > 0);
  if (length > 0) for (const lane of timed) addLane(sums, lane, data.functions.category, steps / length);
  const count = Math.max(1, timed.length);
  for (const column of [busy, own, dependency, gc, depth]) column.forEach((sum, step) => { column[step] = sum / count; });
  return { length, ...sums };
}

function addLane(sums: Sums, { samples, nodes, firstSample }: FlameLane, category: Uint8Array, stepsPerUnit: number): void {
  const depths = measureDepths(nodes);
  const columns = categories.map((name) => told.find((each) => each === name));
  let from = firstSample * stepsPerUnit;
  for (let sample = 0; sample < samples.length; sample++) {
    const to = from + samples.duration[sample] * stepsPerUnit;
    const node = samples.node[sample];
    const kind = category[nodes.func[node]];
    if (kind !== idle) {
      addSpan(sums.busy, from, to, 1);
      addSpan(sums.depth, from, to, depths[node]);
      const column = columns[kind];
      if (column) addSpan(sums[column], from, to, 1);
    }
    from = to;
  }
}

function addSpan(steps: Float32Array, from: number, to: number, weight: number): void {
  for (let step = Math.floor(from); step < Math.min(to, steps.length); step++) steps[step] += (Math.min(to, step + 1) - Math.max(from, step)) * weight;
}
