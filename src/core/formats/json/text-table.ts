import { decodeAscii, decodeText } from './decode-text.ts';
import { early } from './uint-list.ts';

/** Texts kept once each, found by their bytes: a text that comes a million times is decoded once. Row 0 is the empty text. */
export class TextTable {
  /** All texts' bytes, one after the other. */
  #bytes = new Uint8Array(early * 8);
  #view = new DataView(this.#bytes.buffer);
  /** Text `n` lies from `#ends[n - 1]` to `#ends[n]`. */
  #ends = new Uint32Array(early);
  #hashes = new Int32Array(early);
  /** Open addressing: row + 1, 0 = free. */
  #slots = new Int32Array(early * 2);
  #length = 0;
  /** While all texts are, they are decoded in one go. */
  #ascii = true;

  constructor() {
    this.intern(this.#bytes, 0, 0);
  }

  /** The row of the text with these bytes. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5 | 0;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at], 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let row = this.#slots[slot] - 1; row >= 0; row = this.#slots[slot] - 1) {
      if (this.#hashes[row] === hash && this.#equals(row, bytes, start, end)) return row;
      slot = (slot + 1) & mask;
    }
    return this.#add(hash, slot, bytes.subarray(start, end));
  }

  /** Where the text of this row ends if it lies at `start`, else -1: cheaper than interning when one can guess. */
  endOf(row: number, view: DataView, start: number): number {
    const from = this.#end(row - 1);
    const length = this.#ends[row] - from;
    if (start + length > view.byteLength) return -1;
    const stored = this.#view;
    let at = 0;
    for (; at + 4 <= length; at += 4) if (view.getInt32(start + at, true) !== stored.getInt32(from + at, true)) return -1;
    for (; at < length; at++) if (view.getUint8(start + at) !== stored.getUint8(from + at)) return -1;
    return start + length;
  }

  toStrings(): string[] {
    const strings = new Array<string>(this.#length);
    const all = this.#ascii ? decodeAscii(this.#bytes, this.#end(this.#length - 1)) : null;
    for (let row = 0, from = 0; row < this.#length; row++) {
      const end = this.#ends[row];
      strings[row] = all === null ? decodeText(this.#bytes, from, end) : all.slice(from, end);
      from = end;
    }
    return strings;
  }

  #equals(row: number, bytes: Uint8Array, start: number, end: number): boolean {
    let own = this.#end(row - 1);
    if (this.#ends[row] - own !== end - start) return false;
    const stored = this.#bytes;
    for (let at = start; at < end; at++) if (bytes[at] !== stored[own++]) return false;
    return true;
  }

  #add(hash: number, slot: number, text: Uint8Array): number {
    const row = this.#length;
    const start = this.#end(row - 1);
    while (this.#bytes.length < start + text.length) this.#growBytes();
    if (row === this.#ends.length) this.#growRows();
    this.#bytes.set(text, start);
    for (const byte of text) if (byte > 0x7f) this.#ascii = false;
    this.#ends[row] = start + text.length;
    this.#hashes[row] = hash;
    this.#slots[slot] = row + 1;
    this.#length++;
    if (this.#length * 2 > this.#slots.length) this.#rehash();
    return row;
  }

  #end(row: number): number {
    return row < 0 ? 0 : this.#ends[row];
  }

  #growBytes(): void {
    this.#bytes = grown(new Uint8Array(this.#bytes.length * 2), this.#bytes);
    this.#view = new DataView(this.#bytes.buffer);
  }

  #growRows(): void {
    this.#ends = grown(new Uint32Array(this.#ends.length * 2), this.#ends);
    this.#hashes = grown(new Int32Array(this.#hashes.length * 2), this.#hashes);
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let row = 0; row < this.#length; row++) {
      let slot = this.#hashes[row] & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = row + 1;
    }
    this.#slots = slots;
  }
}

function grown<Column extends Uint8Array | Uint32Array | Int32Array>(larger: Column, column: Column): Column {
  larger.set(column);
  return larger;
}
