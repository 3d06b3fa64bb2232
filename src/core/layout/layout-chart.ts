import { measureDepths } from '../model/call-tree.ts';
import type { FlameLane } from '../model/flame-data.ts';
import { findBridges } from './find-bridges.ts';
import type { Calls } from './merge-lanes.ts';
import type { FlameBoxes } from './view.ts';

/**
 * Boxes of one lane in the order of time: a frame is one box for as long as samples in a row share it. Walks the samples twice, first to
 * count the boxes of each depth, then to place them; work is proportional to samples and boxes.
 * A sample whose stack V8 could not read goes on with the stack before: see `findBridges`. Sums know nothing of that.
 * @param rowOf row of `calls` by node, -1 = a gap
 * @param category by row of `FlameData.functions`
 */
export function layoutChart(lane: FlameLane, calls: Calls, rowOf: Int32Array, category: Uint8Array): FlameBoxes {
  const { samples, firstSample } = lane;
  const { parent } = calls;
  const isBridge = findBridges(lane, category);
  const { node, duration, length } = samples;
  const depthOf = measureDepths(calls);
  const { rowStart, changes } = countBoxes(samples, parent, depthOf, rowOf, isBridge);
  const depth = rowStart.length - 1;
  const edges = new Float64Array(changes + 1);
  const [left, right, rows] = [new Int32Array(rowStart[depth]), new Int32Array(rowStart[depth]), new Int32Array(rowStart[depth])];
  /** By depth: where its next box stands, and the row that is open there. */
  const next = rowStart.slice();
  const open = new Int32Array(depth);
  let shown = -1;
  let top = -1;
  let time = firstSample;
  let edge = 0;
  for (let sample = 0; sample < length; sample++) {
    const row = rowOf[node[sample]];
    if (row !== shown && !isBridge(sample)) {
      edges[edge] = time;
      const reached = row < 0 ? -1 : depthOf[row];
      for (; top > reached; top--) right[next[top] - 1] = edge;
      // What was not open opens; what was open ends where another begins, up to the caller both stacks share.
      for (let level = reached, entered = row; level > top || (level >= 0 && open[level] !== entered); level--, entered = parent[entered]) {
        const box = next[level]++;
        if (level <= top) right[box - 1] = edge;
        left[box] = edge;
        rows[box] = entered;
        open[level] = entered;
      }
      shown = row;
      top = reached;
      edge++;
    }
    time += duration[sample];
  }
  edges[edge] = time;
  for (; top >= 0; top--) right[next[top] - 1] = edge;
  return { depth, rowStart, edges, left, right, row: rows };
}

/** Where each depth begins, and how often the stack changes. Opens the same boxes as the chart, and only counts them. */
function countBoxes({ length, node }: FlameLane['samples'], parent: Int32Array, depthOf: Int32Array, rowOf: Int32Array, isBridge: (sample: number) => boolean): { readonly rowStart: Int32Array; readonly changes: number } {
  let deepest = -1;
  for (let row = 0; row < depthOf.length; row++) deepest = Math.max(deepest, depthOf[row]);
  const boxes = new Int32Array(deepest + 1);
  const open = new Int32Array(deepest + 1);
  let shown = -1;
  let top = -1;
  let changes = 0;
  for (let sample = 0; sample < length; sample++) {
    const row = rowOf[node[sample]];
    if (row === shown || isBridge(sample)) continue;
    const reached = row < 0 ? -1 : depthOf[row];
    for (let level = reached, entered = row; level > top || (level >= 0 && open[level] !== entered); level--, entered = parent[entered]) {
      boxes[level]++;
      open[level] = entered;
    }
    shown = row;
    top = reached;
    changes++;
  }
  return { rowStart: rowStartsOf(boxes), changes };
}

function rowStartsOf(boxes: Int32Array): Int32Array {
  let depth = boxes.length;
  while (depth > 0 && boxes[depth - 1] === 0) depth--;
  const rowStart = new Int32Array(depth + 1);
  for (let level = 0; level < depth; level++) rowStart[level + 1] = rowStart[level] + boxes[level];
  return rowStart;
}
