/**
 * Plain data (objects, lists, maps, texts, numbers) as tables and one row of small numbers: what occurs twice is written once, and
 * a value only names values before it, so what is read back can't run in a circle.
 */
export interface EncodedData {
  readonly strings: readonly string[];
  /** Names of the fields of each kind of object. */
  readonly shapes: readonly (readonly string[])[];
  /** Numbers in sevens of bits: the values in their order, then the last one. */
  readonly bytes: Uint8Array;
}

/** What the lowest three bits of a reference say; the rest is a number, for values that of the values between. */
export const references = { constant: 0, text: 1, positive: 2, negative: 3, value: 4, fraction: 5 } as const;
export const constants: readonly unknown[] = [null, undefined, true, false];
/** What a value begins with; from `object` on the number of its shape is added. */
export const valueKinds = { list: 0, map: 1, object: 2 } as const;

const largestNumber = 2 ** 28;

class ByteRow {
  #bytes = new Uint8Array(4096);
  #length = 0;

  push(number: number): void {
    if (this.#length + 5 > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    let rest = number;
    for (; rest >= 0x80; rest >>>= 7) this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
    this.#bytes[this.#length++] = rest;
  }

  take(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

interface Shape {
  readonly keys: readonly string[];
  /** -1 = no object has just these fields so far. */
  number: number;
  readonly longer: Map<string, Shape>;
}

const isRecord = (value: object): value is Readonly<Record<string, unknown>> => !Array.isArray(value);

class Encoder {
  readonly strings: string[] = [];
  readonly shapes: (readonly string[])[] = [];
  readonly row = new ByteRow();
  readonly #strings = new Map<string, number>();
  readonly #empty: Shape = { keys: [], number: -1, longer: new Map() };
  /** References of values that are not closed yet. */
  readonly #open: number[] = [];
  readonly #values = new Map<object, number>();

  /** Of a value it is negative: how far back that stands is known only where it is written. */
  reference(value: unknown): number {
    switch (typeof value) {
      case 'string':
        return this.#string(value) * 8 + references.text;
      case 'number':
        return this.#number(value);
      case 'object':
        return value === null ? references.constant : this.#value(value);
      default:
        return constants.indexOf(value) * 8 + references.constant;
    }
  }

  #number(value: number): number {
    if (Object.is(value, -0)) return this.#string('-0') * 8 + references.fraction;
    if (!Number.isInteger(value) || Math.abs(value) >= largestNumber) return this.#string(String(value)) * 8 + references.fraction;
    return value >= 0 ? value * 8 + references.positive : -value * 8 + references.negative;
  }

  #string(text: string): number {
    const known = this.#strings.get(text);
    if (known !== undefined) return known;
    this.#strings.set(text, this.strings.length);
    return this.strings.push(text) - 1;
  }

  /** The shape that has one field more. */
  #longer(shape: Shape, key: string): Shape {
    const known = shape.longer.get(key);
    if (known) return known;
    const made = { keys: [...shape.keys, key], number: -1, longer: new Map<string, Shape>() };
    shape.longer.set(key, made);
    return made;
  }

  #value(value: object): number {
    const known = this.#values.get(value);
    if (known !== undefined) return -1 - known;
    const from = this.#open.length;
    if (Array.isArray(value)) this.#list(value, from);
    else if (value instanceof Map) this.#map(value, from);
    else if (isRecord(value)) this.#object(value, from);
    const number = this.#values.size;
    this.#values.set(value, number);
    return -1 - number;
  }

  #list(items: readonly unknown[], from: number): void {
    for (const item of items) this.#open.push(this.reference(item));
    this.#write(from, valueKinds.list, items.length);
  }

  #map(map: ReadonlyMap<unknown, unknown>, from: number): void {
    for (const [key, item] of map) this.#open.push(this.reference(key), this.reference(item));
    this.#write(from, valueKinds.map, map.size);
  }

  #object(value: Readonly<Record<string, unknown>>, from: number): void {
    let shape = this.#empty;
    for (const key in value) {
      shape = this.#longer(shape, key);
      this.#open.push(this.reference(value[key]));
    }
    if (shape.number < 0) shape.number = this.shapes.push(shape.keys) - 1;
    this.#write(from, valueKinds.object + shape.number, -1);
  }

  /** What stands open from here on belongs to the value that is closed. */
  #write(from: number, kind: number, count: number): void {
    this.row.push(kind);
    if (count >= 0) this.row.push(count);
    for (let at = from; at < this.#open.length; at++) this.push(this.#open[at]);
    this.#open.length = from;
  }

  push(reference: number): void {
    this.row.push(reference >= 0 ? reference : (this.#values.size + reference) * 8 + references.value);
  }
}

/** A value that runs in a circle or nests without end is a RangeError. */
export const encodeData = (value: unknown): EncodedData => {
  const encoder = new Encoder();
  const last = encoder.reference(value);
  encoder.push(last);
  return { strings: encoder.strings, shapes: encoder.shapes, bytes: encoder.row.take() };
};
