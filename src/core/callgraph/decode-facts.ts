import { constants, type EncodedData, references, valueKinds } from './encode-facts.ts';

/** The data is not what an encoder writes. */
export class DamagedData extends Error {}

const refuse = (): never => {
  throw new DamagedData('The data is damaged.');
};

const fieldName = /^[A-Za-z]\w*$/;

class Decoder {
  readonly #data: EncodedData;
  readonly #values: unknown[] = [];
  #at = 0;

  constructor(data: EncodedData) {
    this.#data = data;
    if (!data.shapes.every((shape) => shape.every((name) => fieldName.test(name)))) refuse();
  }

  /** The last number is the answer, all before are values. */
  read(): unknown {
    const { bytes } = this.#data;
    while (bytes.length - this.#at > this.#lastLength()) this.#values.push(this.#value());
    const answer = this.#reference();
    return this.#at === bytes.length ? answer : refuse();
  }

  /** The bytes of the last number: it ends the row, and each byte before its own last one has the high bit. */
  #lastLength(): number {
    const { bytes } = this.#data;
    let from = bytes.length - 1;
    while (from > 0 && bytes[from - 1] >= 0x80) from--;
    return bytes.length - from;
  }

  #number(): number {
    const { bytes } = this.#data;
    let number = 0;
    for (let shift = 0; shift <= 28; shift += 7) {
      if (this.#at >= bytes.length) return refuse();
      const byte = bytes[this.#at++];
      number += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return number;
    }
    return refuse();
  }

  #reference(): unknown {
    const reference = this.#number();
    const number = Math.floor(reference / 8);
    switch (reference % 8) {
      case references.constant:
        return number < constants.length ? constants[number] : refuse();
      case references.text:
        return this.#text(number);
      case references.positive:
        return number;
      case references.negative:
        return -number;
      case references.value:
        return number < this.#values.length ? this.#values[this.#values.length - 1 - number] : refuse();
      case references.fraction:
        return Number(this.#text(number));
      default:
        return refuse();
    }
  }

  #text(number: number): string {
    return number < this.#data.strings.length ? this.#data.strings[number] : refuse();
  }

  #value(): unknown {
    const kind = this.#number();
    if (kind === valueKinds.list) return Array.from({ length: this.#count() }, () => this.#reference());
    if (kind === valueKinds.map) return new Map(Array.from({ length: this.#count() }, () => [this.#reference(), this.#reference()] as const));
    const shape = this.#data.shapes.at(kind - valueKinds.object) ?? refuse();
    const value: Record<string, unknown> = {};
    for (const name of shape) value[name] = this.#reference();
    return value;
  }

  /** No list is longer than the bytes that are left. */
  #count(): number {
    const count = this.#number();
    return count <= this.#data.bytes.length - this.#at ? count : refuse();
  }
}

/** What `encodeData` was given; throws `DamagedData` for anything it does not write. */
export const decodeData = (data: EncodedData): unknown => new Decoder(data).read();
