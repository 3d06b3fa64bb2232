import type { FlameLane } from '../model/flame-data.ts';
import type { Calls } from './merge-lanes.ts';
import type { FlameBoxes } from './view.ts';

/**
 * Boxes of one lane in the order of time: a frame is one box for as long as samples in a row share it. Walks the samples twice, first to
 * count the boxes of each depth, then to place them; work is proportional to samples and boxes.
 * @param rowOf row of `calls` by node, -1 = a gap
 */
export function layoutChart({ samples, firstSample }: FlameLane, calls: Calls, rowOf: Int32Array): FlameBoxes {
  const { parent } = calls;
  const depthOf = measureDepths(calls);
  const rowStart = countBoxes(samples, parent, depthOf, rowOf);
  const depth = rowStart.length - 1;
  const start = new Float64Array(rowStart[depth]);
  const end = new Float64Array(rowStart[depth]);
  const rows = new Int32Array(rowStart[depth]);
  /** By depth: where its next box stands. */
  const next = rowStart.slice();
  let open = -1;
  let time = firstSample;
  for (let sample = 0; sample < samples.length; sample++) {
    const row = rowOf[samples.node[sample]];
    if (row !== open) {
      const common = commonCaller(open, row, parent, depthOf);
      const shared = common < 0 ? -1 : depthOf[common];
      for (let level = open < 0 ? -1 : depthOf[open]; level > shared; level--) end[next[level] - 1] = time;
      for (let level = row < 0 ? -1 : depthOf[row], entered = row; level > shared; level--, entered = parent[entered]) {
        const box = next[level]++;
        start[box] = time;
        rows[box] = entered;
      }
      open = row;
    }
    time += samples.duration[sample];
  }
  for (let level = open < 0 ? -1 : depthOf[open]; level >= 0; level--) end[next[level] - 1] = time;
  return { depth, rowStart, start, end, row: rows };
}

function measureDepths({ length, parent }: Calls): Int32Array {
  const depth = new Int32Array(length);
  for (let row = 1; row < length; row++) depth[row] = depth[parent[row]] + 1;
  return depth;
}

/** Where each depth begins. A change of stack opens one box on every depth between the common caller and the new top. */
function countBoxes({ length, node }: FlameLane['samples'], parent: Int32Array, depthOf: Int32Array, rowOf: Int32Array): Int32Array {
  let deepest = -1;
  for (let row = 0; row < depthOf.length; row++) deepest = Math.max(deepest, depthOf[row]);
  const change = new Int32Array(deepest + 3);
  let open = -1;
  let reached = -1;
  for (let sample = 0; sample < length; sample++) {
    const row = rowOf[node[sample]];
    if (row === open) continue;
    const common = commonCaller(open, row, parent, depthOf);
    const top = row < 0 ? -1 : depthOf[row];
    change[(common < 0 ? -1 : depthOf[common]) + 1]++;
    change[top + 1]--;
    reached = Math.max(reached, top);
    open = row;
  }
  const rowStart = new Int32Array(reached + 2);
  for (let depth = 0, boxes = 0; depth <= reached; depth++) {
    boxes += change[depth];
    rowStart[depth + 1] = rowStart[depth] + boxes;
  }
  return rowStart;
}

/** The deepest row both stand in; -1 where one is a gap. */
function commonCaller(one: number, other: number, parent: Int32Array, depthOf: Int32Array): number {
  if (one < 0 || other < 0) return -1;
  let a = one;
  let b = other;
  for (let down = depthOf[a] - depthOf[b]; down > 0; down--) a = parent[a];
  for (let down = depthOf[b] - depthOf[a]; down > 0; down--) b = parent[b];
  while (a !== b) {
    a = parent[a];
    b = parent[b];
  }
  return a;
}
