import type { FlameData } from '../../session/index.ts';

/** VS Code sends the whole buffer below a column: one that is part of a larger buffer gets its own. */
function own(column: Int32Array): Int32Array;
function own(column: Float64Array): Float64Array;
function own(column: Uint8Array): Uint8Array;
function own(column: Int32Array | Float64Array): Int32Array | Float64Array;
function own(column: Int32Array | Float64Array | Uint8Array): Int32Array | Float64Array | Uint8Array {
  return column.byteLength === column.buffer.byteLength ? column : column.slice();
}

/** The columns ready to be sent: each alone in its buffer. */
export const ownColumns = ({ unit, strings, functions: { length, name, file, package: npm, line, column, category, mapping }, lanes }: FlameData): FlameData => ({
  unit,
  strings,
  functions: { length, name: own(name), file: own(file), package: own(npm), line: own(line), column: own(column), category: own(category), mapping: own(mapping) },
  lanes: lanes.map((lane) => ({
    ...lane,
    nodes: { length: lane.nodes.length, parent: own(lane.nodes.parent), func: own(lane.nodes.func), self: own(lane.nodes.self), samples: own(lane.nodes.samples) },
    samples: { length: lane.samples.length, node: own(lane.samples.node), duration: own(lane.samples.duration) },
    ticks: { start: own(lane.ticks.start), line: own(lane.ticks.line), count: own(lane.ticks.count) },
  })),
});
