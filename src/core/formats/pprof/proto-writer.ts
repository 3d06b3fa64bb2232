import { encodeText } from './encode-text.ts';

/** Bytes of a protocol buffer, field by field. */
export class ProtoWriter {
  #bytes = new Uint8Array(256);
  #length = 0;

  /** A field with a whole number from 0 to 2^53; 0 is left out, as it is when it is not there. */
  number(field: number, value: number): void {
    if (value === 0) return;
    this.#varint(field * 8);
    this.#varint(value);
  }

  /** Several numbers in one field, 0 included. */
  numbers(field: number, values: readonly number[]): void {
    const packed = new ProtoWriter();
    for (const value of values) packed.#varint(value);
    this.message(field, packed);
  }

  text(field: number, text: string): void {
    this.#span(field, encodeText(text));
  }

  message(field: number, message: ProtoWriter): void {
    this.#span(field, message.finish());
  }

  /** What was written; the next write may change it. */
  finish(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #span(field: number, content: Uint8Array): void {
    this.#varint(field * 8 + 2);
    this.#varint(content.length);
    this.#reserve(content.length);
    this.#bytes.set(content, this.#length);
    this.#length += content.length;
  }

  #varint(value: number): void {
    this.#reserve(10);
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.#bytes[this.#length++] = (rest % 0x80) + 0x80;
    this.#bytes[this.#length++] = rest;
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + count));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
