import { measureDepths } from '../model/call-tree.ts';
import type { FlameData, FlameLane } from '../model/flame-data.ts';
import { nameCollapsed } from './collapsed/write-collapsed.ts';
import { visitStacks } from './visit-stacks.ts';

/** Bytes: what a frame of a stack takes in a pprof file that has more than a few of them, and an event in a speedscope file at least. */
const [frameBytes, eventBytes] = [2, 30];

/** The bytes of an export that its stacks take, roughly, before any is written: a stack is written whole, however deep it is. */
export const measureExport: Readonly<Record<'collapsed' | 'pprof' | 'speedscope', (data: FlameData, enough: number) => number>> = {
  collapsed(data) {
    const widths = nameCollapsed(data).map((name) => name.length + 1);
    const prefix = (lane: FlameLane): number => (data.lanes.length > 1 ? lane.label.length + 1 : 0);
    return sum(data.lanes, (lane) => sumStacks(lane, (func) => widths[func], (value) => prefix(lane) + value.toString().length + 1, 1));
  },
  pprof: (data) => sum(data.lanes, (lane) => sumStacks(lane, () => frameBytes, () => 0, 0)),
  speedscope: (data, enough) => sum(data.lanes, (lane) => countEvents(lane, enough / eventBytes) * eventBytes),
};

/** The frames of the deepest stack. */
export const deepestStack = ({ lanes }: FlameData): number => lanes.reduce((most, { nodes }) => measureDepths(nodes).reduce((deepest, depth) => Math.max(deepest, depth), most), 0);

/** Of each node with a value of its own: what the frames from the root to it take, and what comes beside them. */
function sumStacks({ nodes: { length, parent, func, self } }: FlameLane, widthOf: (func: number) => number, beside: (value: number) => number, least: number): number {
  const width = new Float64Array(length);
  let all = 0;
  for (let node = 0; node < length; node++) {
    width[node] = node === 0 ? 0 : width[parent[node]] + widthOf(func[node]);
    if (self[node] > 0 && Math.round(self[node]) >= least) all += width[node] + beside(Math.round(self[node]));
  }
  return all;
}

/** @param enough it is not counted any further */
function countEvents(lane: FlameLane, enough: number): number {
  let events = 0;
  const count = (): void => { events++; };
  const stacks = visitStacks(lane, () => false, { open: count, close: count });
  for (let stack = stacks.next(); !stack.done && events < enough; stack = stacks.next());
  return events;
}

const sum = (lanes: readonly FlameLane[], of: (lane: FlameLane) => number): number => lanes.reduce((all, lane) => all + of(lane), 0);
