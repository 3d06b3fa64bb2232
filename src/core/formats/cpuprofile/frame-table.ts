import type { FunctionColumns } from '../../model/profile.ts';
import { early } from '../json/uint-list.ts';

const width = 5;

/** Call frames kept once each. A frame is its name, url, script id (rows of the text table), line and column (1-based, 0 = none). */
export class FrameTable {
  length = 0;
  /** `width` numbers a frame. */
  #fields = new Int32Array(width * early);
  /** Open addressing: row + 1, 0 = free. */
  #slots = new Int32Array(early * 2);

  intern(name: number, url: number, scriptId: number, line: number, column: number): number {
    const hash = frameHash(name, url, scriptId, line, column);
    const mask = this.#slots.length - 1;
    const fields = this.#fields;
    let slot = hash & mask;
    for (let row = this.#slots[slot] - 1; row >= 0; row = this.#slots[slot] - 1) {
      const at = row * width;
      if (fields[at] === name && fields[at + 3] === line && fields[at + 4] === column && fields[at + 2] === scriptId && fields[at + 1] === url) return row;
      slot = (slot + 1) & mask;
    }
    return this.#add(slot, [name, url, scriptId, line, column]);
  }

  toColumns(): Omit<FunctionColumns, 'category'> {
    const column = (field: number): Int32Array => {
      const values = new Int32Array(this.length);
      for (let row = 0; row < this.length; row++) values[row] = this.#fields[row * width + field];
      return values;
    };
    return { length: this.length, name: column(0), url: column(1), scriptId: column(2), line: column(3), column: column(4) };
  }

  #add(slot: number, frame: readonly number[]): number {
    const row = this.length++;
    if ((row + 1) * width > this.#fields.length) {
      const larger = new Int32Array(this.#fields.length * 2);
      larger.set(this.#fields);
      this.#fields = larger;
    }
    this.#fields.set(frame, row * width);
    this.#slots[slot] = row + 1;
    if (this.length * 2 > this.#slots.length) this.#rehash();
    return row;
  }

  #rehash(): void {
    const fields = this.#fields;
    const slots = new Int32Array(this.#slots.length * 2);
    for (let row = 0, at = 0; row < this.length; row++, at += width) {
      let slot = frameHash(fields[at], fields[at + 1], fields[at + 2], fields[at + 3], fields[at + 4]) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = row + 1;
    }
    this.#slots = slots;
  }
}

function frameHash(name: number, url: number, scriptId: number, line: number, column: number): number {
  let hash = Math.imul(name, 0x9e3779b1) ^ Math.imul(url + 0x7f4a7c15, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ scriptId, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13) ^ line, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 16) ^ column, 0x165667b1);
  return hash ^ (hash >>> 15);
}
