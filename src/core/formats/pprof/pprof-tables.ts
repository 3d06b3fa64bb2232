import type { Problem } from '../../model/problem.ts';
import { growingInts } from '../../model/growing-column.ts';
import type { FrameSet } from '../frame-set.ts';
import { ProtoCursor, wire } from './proto-cursor.ts';

type Id = number | bigint;
/** Fields of pprof's messages, see https://github.com/google/pprof/blob/main/proto/profile.proto. */
const profile = { sampleType: 1, sample: 2, location: 4, function: 5, text: 6, defaultType: 14 } as const;
const largestLine = 0x7fffffff;

/** Where messages of one kind lie. */
class Spans {
  readonly #start = growingInts();
  readonly #end = growingInts();

  push({ position, contentEnd }: ProtoCursor): void {
    this.#start.push(position);
    this.#end.push(contentEnd);
  }

  /** Until one is refused. */
  each(bytes: Uint8Array, take: (message: ProtoCursor, index: number, start: number) => Problem | null): Problem | null {
    for (let index = 0; index < this.#start.length; index++) {
      const start = this.#start.at(index);
      const message = new ProtoCursor(bytes, start, this.#end.at(index));
      const problem = take(message, index, start) ?? message.fault;
      if (problem !== null) return problem;
    }
    return null;
  }
}

interface PprofFunction {
  readonly name: number;
  readonly file: number;
  readonly startLine: number;
  /** The first line that any location names: stands in where the function's own is unknown. */
  firstLine: number;
}
interface PprofLine {
  readonly func: PprofFunction;
  readonly line: number;
}

/** The tables of a pprof file, which stand in any order: texts, functions, locations, and where the samples are. */
export class PprofTables {
  readonly samples = new Spans();
  readonly types: { readonly type: number; readonly unit: number }[] = [];
  /** Row of the text that names the type to be shown; 0 = none. */
  defaultType = 0;
  /** By location id: the lines of its functions, the innermost first. */
  readonly locations = new Map<Id, readonly PprofLine[]>();
  readonly #bytes: Uint8Array;
  readonly #frames: FrameSet;
  readonly #texts = growingInts();
  readonly #functions = new Map<Id, PprofFunction>();

  constructor(bytes: Uint8Array, frames: FrameSet) {
    this.#bytes = bytes;
    this.#frames = frames;
  }

  read(): Problem | null {
    const bytes = this.#bytes;
    const [types, locations, functions] = [new Spans(), new Spans(), new Spans()];
    const spans = new Map([[profile.sampleType, types], [profile.sample, this.samples], [profile.location, locations], [profile.function, functions]] as const);
    const cursor = new ProtoCursor(bytes, 0, bytes.length);
    let defaultType = 0;
    while (cursor.next()) {
      if (cursor.field === profile.defaultType && cursor.wire === wire.varint) defaultType = cursor.number();
      if (cursor.wire !== wire.bytes) continue;
      if (cursor.field === profile.text) this.#texts.push(this.#frames.texts.intern(bytes, cursor.position, cursor.contentEnd));
      else [...spans].find(([field]) => field === cursor.field)?.[1].push(cursor);
    }
    if (cursor.fault !== null) return cursor.fault;
    this.defaultType = defaultType > 0 && defaultType < this.#texts.length ? this.#texts.at(defaultType) : 0;
    return types.each(bytes, (message, index) => this.#readType(message, index))
      ?? functions.each(bytes, (message, index, start) => this.#readFunction(message, index, start))
      ?? locations.each(bytes, (message, index, start) => this.#readLocation(message, index, start));
  }

  #readType(message: ProtoCursor, index: number): Problem | null {
    const found = { type: 0, unit: 0 };
    while (message.next()) {
      if (message.field > 2 || message.wire !== wire.varint) continue;
      const text = this.#text(message, `sample_type[${index}]`);
      if (typeof text !== 'number') return text;
      if (message.field === 1) found.type = text;
      else found.unit = text;
    }
    this.types.push(found);
    return null;
  }

  #readFunction(message: ProtoCursor, index: number, start: number): Problem | null {
    const field = `function[${index}]`;
    const found = { name: 0, file: 0, startLine: 0, firstLine: 0 };
    let id: Id = 0;
    while (message.next()) {
      if (message.wire !== wire.varint) continue;
      if (message.field === 1) id = message.id();
      else if (message.field === 5) found.startLine = toLine(message.number());
      else if (message.field === 2 || message.field === 4) {
        const text = this.#text(message, field);
        if (typeof text !== 'number') return text;
        if (message.field === 2) found.name = text;
        else found.file = text;
      }
    }
    if (this.#functions.has(id)) return { code: 'duplicate-id', message: `Two functions have the id ${id}`, byte: start, field };
    this.#functions.set(id, found);
    return null;
  }

  #readLocation(message: ProtoCursor, index: number, start: number): Problem | null {
    const field = `location[${index}]`;
    const lines: PprofLine[] = [];
    let id: Id = 0;
    let address: Id = 0;
    while (message.next()) {
      if (message.field === 1 && message.wire === wire.varint) id = message.id();
      else if (message.field === 3 && message.wire === wire.varint) address = message.id();
      else if (message.field === 4 && message.wire === wire.bytes) {
        const line = this.#readLine(message.message(), field);
        if ('code' in line) return line;
        lines.push(line);
      }
    }
    if (this.locations.has(id)) return { code: 'duplicate-id', message: `Two locations have the id ${id}`, byte: start, field };
    const unnamed = { name: this.#frames.word(`0x${address.toString(16)}`), file: 0, startLine: 0, firstLine: 0 };
    this.locations.set(id, lines.length > 0 ? lines : [{ func: unnamed, line: 0 }]);
    return null;
  }

  #readLine(message: ProtoCursor, field: string): PprofLine | Problem {
    const start = message.position;
    let id: Id = 0;
    let line = 0;
    while (message.next()) {
      if (message.wire !== wire.varint) continue;
      if (message.field === 1) id = message.id();
      else if (message.field === 2) line = toLine(message.number());
    }
    const func = this.#functions.get(id);
    if (message.fault !== null) return message.fault;
    if (func === undefined) return { code: 'unknown-id', message: `There is no function ${id}`, byte: start, field };
    if (line > 0 && (func.firstLine === 0 || line < func.firstLine)) func.firstLine = line;
    return { func, line };
  }

  /** The row of the text a field names by its number. */
  #text(message: ProtoCursor, field: string): number | Problem {
    const byte = message.position;
    const index = message.number();
    return index >= 0 && index < this.#texts.length ? this.#texts.at(index) : { code: 'unknown-text', message: `There is no text ${index}`, byte, field };
  }
}

const toLine = (value: number): number => (value > 0 && value <= largestLine ? value : 0);
