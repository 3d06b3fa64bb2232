import type { FlameData, FlameFunctions, FlameLane } from './flame-data.ts';
import { type FunctionTable, tabulateFunctions } from './function-table.ts';
import type { LocatedProfile } from './located.ts';
import { packageOf } from './package-of.ts';
import { categories, type Durations } from './profile.ts';
import type { RecordingFacts } from './summarize-profile.ts';
import { intern } from './intern.ts';

const program = categories.indexOf('program');

/** One lane: what `analyze` takes as well. */
export interface FlameRecording {
  readonly located: LocatedProfile;
  readonly summary: RecordingFacts;
}

/**
 * The columns a viewer needs. Row 0 of the functions is `(root)`, then come the rows of the `FunctionTable`, each one further on, then
 * V8's other meta frames. Columns of nodes and samples are the profiles' own, not copies: whoever transfers them gives the profiles up.
 * @param recordings at least one, all of the same unit
 * @param table of their profiles, if it is there already
 */
export function buildFlameData(recordings: readonly FlameRecording[], table: FunctionTable = tabulateFunctions(recordings.map(({ located }) => located))): FlameData {
  const strings = new Map([['', 0]]);
  const meta = new MetaRows(table.length + 1);
  const firstStart = Math.min(...recordings.flatMap(({ located: { profile } }) => (profile.startTime > 0 ? [profile.startTime] : [])));
  const lanes = recordings.map((recording, index) => buildLane(recording, rowsOfNodes(recording.located, table.rowOf[index], meta), firstStart));
  return { unit: recordings[0].located.profile.unit, functions: listFunctions(table, meta, strings), lanes, strings: [...strings.keys()] };
}

/** Meta frames by name and category; `(root)` is row 0, the others stand behind all functions. */
class MetaRows {
  readonly names: string[] = [];
  readonly categories: number[] = [];
  private readonly first: number;
  constructor(first: number) {
    this.first = first;
  }

  row(name: string, category: number): number {
    const known = this.names.findIndex((held, at) => held === name && this.categories[at] === category);
    if (known >= 0) return this.first + known;
    this.categories.push(category);
    return this.first + this.names.push(name) - 1;
  }
}

/** A frame below the root that bears the root's function is one that was hidden: its time counts for `(program)`. */
function rowsOfNodes({ profile: { nodes, functions, strings } }: LocatedProfile, rowOf: Int32Array, meta: MetaRows): Int32Array {
  const root = nodes.func[0];
  const rows = rowOf.map((row, func) => {
    if (row >= 0) return row + 1;
    return func === root ? meta.row('(program)', program) : meta.row(strings[functions.name[func]], functions.category[func]);
  });
  const func = new Int32Array(nodes.length);
  for (let node = 1; node < func.length; node++) func[node] = rows[nodes.func[node]];
  return func;
}

function buildLane({ located: { profile, tickLine }, summary }: FlameRecording, func: Int32Array, firstStart: number): FlameLane {
  const { nodes, samples, ticks } = profile;
  const duration = sum(nodes.self);
  const offset = profile.startTime > 0 ? profile.startTime - firstStart : 0;
  return {
    label: summary.label,
    pid: summary.pid,
    threadId: summary.threadId,
    partial: summary.partial ? summary.reason || 'partial' : '',
    offset,
    firstSample: samples.length > 0 ? offset + Math.max(0, duration - sum(samples.duration)) : offset,
    duration,
    nodes: { length: nodes.length, parent: nodes.parent, func, self: nodes.self, samples: nodes.samples },
    samples,
    ticks: { start: ticks.start, line: tickLine, count: ticks.count },
  };
}

function sum(column: Durations): number {
  let all = 0;
  for (let at = 0; at < column.length; at++) all += column[at];
  return all;
}

function listFunctions(table: FunctionTable, meta: MetaRows, strings: Map<string, number>): FlameFunctions {
  const none = (list: readonly number[]): Int32Array => Int32Array.from([0, ...list, ...meta.names.map(() => 0)]);
  const fileRow = table.files.map((file) => intern(strings, file));
  const packageRow = table.files.map((file) => intern(strings, packageOf(file)));
  return {
    length: 1 + table.length + meta.names.length,
    name: Int32Array.from(['(root)', ...table.name, ...meta.names], (name) => intern(strings, name)),
    file: none(table.file.map((file) => fileRow[file])),
    package: none(table.file.map((file) => packageRow[file])),
    line: none(table.line),
    column: none(table.column),
    category: Uint8Array.from([program, ...table.category, ...meta.categories]),
    mapping: Uint8Array.from(none(table.mapping)),
  };
}
