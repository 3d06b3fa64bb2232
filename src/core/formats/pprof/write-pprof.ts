import type { FlameData, FlameLane } from '../../model/flame-data.ts';
import { PairTable } from '../../model/pair-table.ts';
import { ProtoWriter } from './proto-writer.ts';

const types = {
  microseconds: { name: 'cpu', unit: 'nanoseconds', scale: 1000 },
  bytes: { name: 'space', unit: 'bytes', scale: 1 },
  count: { name: 'events', unit: 'count', scale: 1 },
} as const;
/** Fields, see https://github.com/google/pprof/blob/main/proto/profile.proto. */
const field = { sampleType: 1, sample: 2, location: 4, function: 5, text: 6 } as const;

/** An uncompressed pprof file: a sample for each node that was on top, if only for no time, split over its lines; how many samples it was, and the value. */
export function writePprof(data: FlameData): Uint8Array {
  return new PprofWriter(data).write();
}

class PprofWriter {
  readonly #data: FlameData;
  readonly #out = new ProtoWriter();
  readonly #texts = new Map([['', 0]]);
  /** Locations by function and line. */
  readonly #locations = new PairTable();

  constructor(data: FlameData) {
    this.#data = data;
  }

  write(): Uint8Array {
    const { unit, lanes, functions } = this.#data;
    this.#type('samples', 'count');
    if (unit !== 'count') this.#type(types[unit].name, types[unit].unit);
    for (const lane of lanes) this.#writeLane(lane);
    for (let row = 0; row < this.#locations.length; row++) this.#writeLocation(row);
    for (let row = 0; row < functions.length; row++) this.#writeFunction(row);
    for (const text of this.#texts.keys()) this.#out.text(field.text, text);
    return this.#out.finish();
  }

  #type(name: string, unit: string): void {
    const message = new ProtoWriter();
    message.number(1, this.#text(name));
    message.number(2, this.#text(unit));
    this.#out.message(field.sampleType, message);
  }

  #writeLane({ nodes: { length, parent, func, self, samples }, ticks }: FlameLane): void {
    const { unit, functions } = this.#data;
    const { scale } = types[unit];
    for (let node = 0; node < length; node++) {
      const value = Math.round(self[node] * scale);
      const count = unit === 'count' ? value : samples[node];
      if (value <= 0 && count <= 0) continue;
      const callers: number[] = [];
      for (let at = parent[node]; at > 0; at = parent[at]) callers.push(this.#location(func[at], functions.line[func[at]]));
      for (const { line, counted, valued } of splitLines(ticks, node, functions.line[func[node]], count, value)) {
        const message = new ProtoWriter();
        message.numbers(1, node === 0 ? [] : [this.#location(func[node], line), ...callers]);
        message.numbers(2, unit === 'count' ? [counted] : [counted, valued]);
        this.#out.message(field.sample, message);
      }
    }
  }

  /** Ids count from 1. */
  #location(func: number, line: number): number {
    return this.#locations.row(func, line) + 1;
  }

  #writeLocation(row: number): void {
    const line = new ProtoWriter();
    line.number(1, this.#locations.first[row] + 1);
    line.number(2, this.#locations.second[row]);
    const message = new ProtoWriter();
    message.number(1, row + 1);
    message.message(4, line);
    this.#out.message(field.location, message);
  }

  #writeFunction(row: number): void {
    const { functions: { name, file, line }, strings } = this.#data;
    const message = new ProtoWriter();
    const title = this.#text(strings[name[row]] || '(anonymous)');
    message.number(1, row + 1);
    message.number(2, title);
    message.number(3, title);
    message.number(4, this.#text(strings[file[row]]));
    message.number(5, line[row]);
    this.#out.message(field.function, message);
  }

  #text(text: string): number {
    const known = this.#texts.get(text) ?? this.#texts.size;
    this.#texts.set(text, known);
    return known;
  }
}

interface Part {
  readonly line: number;
  readonly counted: number;
  readonly valued: number;
}

/** A node's value by its lines; whole numbers that add up to it. */
function splitLines({ start, line, count }: FlameLane['ticks'], node: number, ownLine: number, samples: number, value: number): Part[] {
  let ticks = 0;
  for (let at = start[node]; at < start[node + 1]; at++) ticks += count[at];
  if (ticks === 0) return [{ line: ownLine, counted: samples, valued: value }];
  const parts: Part[] = [];
  let [seen, counted, valued] = [0, 0, 0];
  for (let at = start[node]; at < start[node + 1]; at++) {
    seen += count[at];
    const untilHere = { counted: Math.round((samples * seen) / ticks), valued: Math.round((value * seen) / ticks) };
    parts.push({ line: line[at] || ownLine, counted: untilHere.counted - counted, valued: untilHere.valued - valued });
    ({ counted, valued } = untilHere);
  }
  return parts;
}
