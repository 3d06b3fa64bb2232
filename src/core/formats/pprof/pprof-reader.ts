import { CallTreeBuilder } from '../../model/call-tree-builder.ts';
import type { NamedProfile } from '../../model/named-profile.ts';
import type { Problem } from '../../model/problem.ts';
import type { ProfileUnit } from '../../model/profile.ts';
import { WeightBuilder } from '../../model/weight-builder.ts';
import type { FormatReader, ReadProfiles } from '../format-reader.ts';
import { FrameSet } from '../frame-set.ts';
import type { ProtoCursor } from './proto-cursor.ts';
import { PprofTables } from './pprof-tables.ts';

/** Values counted at once; real files have one to four. */
const mostTypes = 16;
/** Frames of all stacks together, for each byte of the file: a few bytes could else stand for endless stacks. */
const framesPerByte = 4;
const fewestFrames = 1 << 16;

const units: ReadonlyMap<string, { readonly unit: ProfileUnit; readonly scale: number }> = new Map([
  ['nanoseconds', { unit: 'microseconds', scale: 1e-3 }], ['microseconds', { unit: 'microseconds', scale: 1 }],
  ['milliseconds', { unit: 'microseconds', scale: 1e3 }], ['seconds', { unit: 'microseconds', scale: 1e6 }],
  ['bytes', { unit: 'bytes', scale: 1 }], ['kilobytes', { unit: 'bytes', scale: 2 ** 10 }], ['megabytes', { unit: 'bytes', scale: 2 ** 20 }],
]);
const plain = { unit: 'count', scale: 1 } as const;

/** pprof's protocol buffers: stacks with one or several values each, in no order. */
export class PprofReader implements FormatReader {
  readonly #chunks: Uint8Array[] = [];

  push(chunk: Uint8Array): void {
    this.#chunks.push(chunk.slice());
  }

  end(): ReadProfiles {
    const read = new PprofFile(join(this.#chunks)).read();
    return Array.isArray(read) ? { ok: true, value: read, problems: [] } : { ok: false, problem: read };
  }
}

class PprofFile {
  readonly #bytes: Uint8Array;
  readonly #frames = new FrameSet();
  readonly #tables: PprofTables;
  readonly #tree = new CallTreeBuilder(this.#frames.root);
  #builders: readonly WeightBuilder<CallTreeBuilder>[] = [];
  /** Which value says how many samples there were; -1 = none. */
  #counting = -1;
  #framesLeft: number;
  /** Of the stack being read, the innermost frame first. */
  #locations: (number | bigint)[] = [];
  #values: number[] = [];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#tables = new PprofTables(bytes, this.#frames);
    this.#framesLeft = fewestFrames + framesPerByte * bytes.length;
  }

  read(): NamedProfile[] | Problem {
    const tables = this.#tables;
    const problem = tables.read();
    if (problem !== null) return problem;
    const { types } = tables;
    if (types.length === 0) return { code: 'missing-field', message: 'The profile does not say what it counts', field: 'sample_type' };
    if (types.length > mostTypes) return { code: 'too-many-values', message: `The profile counts more than ${mostTypes} things`, field: 'sample_type' };
    const count = this.#frames.word('count');
    this.#counting = types.findIndex(({ unit }) => unit === count);
    this.#builders = types.map(() => new WeightBuilder(this.#tree));
    return tables.samples.each(this.#bytes, (message, index, start) => this.#readSample(message, index, start)) ?? this.#listProfiles();
  }

  #readSample(message: ProtoCursor, index: number, byte: number): Problem | null {
    const field = `sample[${index}]`;
    this.#locations = [];
    this.#values = [];
    while (message.next()) {
      if (message.field === 1) message.eachNumber((cursor) => void this.#locations.push(cursor.id()));
      else if (message.field === 2) message.eachNumber((cursor) => void this.#values.push(cursor.number()));
    }
    if (message.fault !== null) return message.fault;
    const values = this.#values;
    if (values.length !== this.#builders.length) return { code: 'length-mismatch', message: `There are ${values.length} values but ${this.#builders.length} sample types`, byte, field };
    if (values.some((value) => value < 0)) return { code: 'negative-value', message: 'A value must not be below 0', byte, field };
    if (values.some((value) => value > Number.MAX_SAFE_INTEGER)) return { code: 'not-a-number', message: 'The number is too large', byte, field };
    return this.#addStack(byte, field);
  }

  #addStack(byte: number, field: string): Problem | null {
    let node = 0;
    let leafLine = 0;
    for (const id of this.#locations.reverse()) {
      const lines = this.#tables.locations.get(id);
      if (lines === undefined) return { code: 'unknown-id', message: `There is no location ${id}`, byte, field };
      this.#framesLeft -= lines.length;
      if (this.#framesLeft < 0) return { code: 'too-many-frames', message: `The stacks hold more than ${framesPerByte} frames a byte`, byte, field };
      for (let at = lines.length - 1; at >= 0; at--) {
        const { func: { name, file, startLine, firstLine }, line } = lines[at];
        node = this.#tree.child(node, this.#frames.add(name, file, startLine || firstLine, 0));
        leafLine = line;
      }
    }
    const count = this.#counting < 0 ? 1 : this.#values[this.#counting];
    for (const [type, builder] of this.#builders.entries()) {
      builder.addWeight(node, this.#values[type], count);
      if (leafLine > 0 && node > 0) builder.addTick(node, leafLine, this.#counting < 0 ? this.#values[type] : count);
    }
    return null;
  }

  /** The one the file says first, or as pprof does the last. */
  #listProfiles(): NamedProfile[] {
    const functions = this.#frames.toFunctions();
    const { types, defaultType } = this.#tables;
    const named = this.#builders.map((builder, index): NamedProfile => {
      const { unit, scale } = units.get(functions.strings[types[index].unit]) ?? plain;
      return { label: '', value: functions.strings[types[index].type], pid: null, threadId: null, profile: builder.build(functions, unit, { scale }) };
    });
    const wanted = types.findIndex(({ type }) => type === defaultType && type !== 0);
    const first = wanted < 0 ? named.length - 1 : wanted;
    return [named[first], ...named.filter((_, index) => index !== first)];
  }
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
