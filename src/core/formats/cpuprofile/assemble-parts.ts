import type { Problem } from '../../model/problem.ts';
import type { ProfileParts } from '../../model/profile-parts.ts';
import type { TickColumns } from '../../model/profile.ts';
import { lengthMismatch } from '../length-mismatch.ts';
import { type LinkedNodes, linkNodes } from './link-nodes.ts';
import type { NodeTable } from './node-table.ts';
import type { ProfileDocument } from './profile-document.ts';

export type Assembled = { readonly parts: ProfileParts; readonly problems: readonly Problem[] } | { readonly problem: Problem };

/** From what the file says to sound rows, or why it is refused. */
export function assembleParts(document: ProfileDocument): Assembled {
  const { state, samples, deltas, ended, whole } = document;
  const { nodes } = state;
  if (whole.has('samples') && whole.has('timeDeltas') && samples.length !== deltas.length) return { problem: { ...lengthMismatch(samples.length, deltas.length, 'time deltas'), field: 'timeDeltas' } };
  const linked = linkNodes(nodes, !ended);
  if ('problem' in linked) return linked;
  const rows = new Int32Array(samples.values.buffer, 0, samples.length);
  const unknown = toRows(samples.values, rows, linked.rowOf);
  if (unknown >= 0 && ended) return { problem: { code: 'unknown-id', message: `No node has the id ${samples.values[unknown]}`, field: `samples[${unknown}]` } };
  const problems: Problem[] = [...state.problems];
  if (!ended) problems.push({ code: 'truncated', message: 'The file is cut off; what is whole is shown', byte: state.window.total });
  else if (document.startTime === null || document.endTime === null) problems.push({ code: 'no-times', message: 'The start or the end time is missing; the recording is taken to run up to its last sample', field: document.startTime === null ? 'startTime' : 'endTime' });
  if (ended && samples.length > 0 && !whole.has('timeDeltas')) problems.push({ code: 'no-time-deltas', message: 'The time deltas are missing; each sample is given the same time', field: 'timeDeltas' });
  const samplesWhole = whole.has('samples') && unknown < 0;
  return { parts: {
    strings: state.texts.toStrings(),
    functions: state.frames.toColumns(),
    parent: linked.parent,
    func: inOrder(nodes.func.slice(0, nodes.length), linked),
    hits: inOrder(nodes.hits.slice(0, nodes.length), linked),
    ticks: collectTicks(nodes, linked),
    samples: samplesWhole ? rows : null,
    deltas: deltas.values.subarray(0, deltas.length),
    startTime: document.startTime,
    endTime: document.endTime,
  }, problems };
}

/** Turns ids into rows in place; the index of the first id without a node, or -1. */
function toRows(ids: Uint32Array, rows: Int32Array, rowOf: (id: number) => number): number {
  for (let at = 0; at < rows.length; at++) {
    const row = rowOf(ids[at]);
    if (row < 0) return at;
    rows[at] = row;
  }
  return -1;
}

function inOrder(values: Int32Array, { order }: LinkedNodes): Int32Array {
  return order === null ? values : order.map((row) => values[row]);
}

function collectTicks({ tickLine, tickCount, tickEnd, length }: NodeTable, { order }: LinkedNodes): TickColumns {
  const start = new Int32Array(length + 1);
  if (order === null) {
    start.set(tickEnd.subarray(0, length), 1);
    return { start, line: tickLine.toInt32(), count: tickCount.toInt32() };
  }
  const line = new Int32Array(tickLine.length);
  const count = new Int32Array(tickLine.length);
  for (let row = 0, to = 0; row < length; row++) {
    const from = order[row];
    for (let at = from === 0 ? 0 : tickEnd[from - 1]; at < tickEnd[from]; at++, to++) {
      line[to] = tickLine.values[at];
      count[to] = tickCount.values[at];
    }
    start[row + 1] = to;
  }
  return { start, line, count };
}
