import type { JsonCursor } from './json-cursor.ts';

const [array, object] = [0x5b, 0x7b];
const words: ReadonlyMap<number, string> = new Map([[0x74, 'true'], [0x66, 'false'], [0x6e, 'null']]);

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'after';

/** Steps over one value of any shape and depth, checking that it is JSON. Can stop after any token and go on later. */
export class ValueSkipper {
  /** Opening byte of each container we are in. */
  #open = new Uint8Array(64);
  #depth = 0;
  #expected: Expected = 'value';

  reset(): void {
    this.#depth = 0;
    this.#expected = 'value';
  }

  /** True when the value ended. Else the cursor stands after the last whole token: call again when there is more. */
  run(cursor: JsonCursor): boolean {
    for (;;) {
      const start = cursor.position;
      if (!this.#token(cursor)) {
        if (cursor.fault === null) cursor.position = start;
        return false;
      }
      if (this.#depth > 0 || this.#expected !== 'after') continue;
      this.reset();
      return true;
    }
  }

  #token(cursor: JsonCursor): boolean {
    const byte = cursor.next();
    if (this.#expected === 'after') return this.#separator(cursor, byte);
    const closable = this.#expected === 'key-or-end' || this.#expected === 'value-or-end';
    if (closable && byte === this.#open[this.#depth - 1] + 2) return this.#close(cursor);
    if (this.#expected === 'key' || this.#expected === 'key-or-end') {
      if (!cursor.readString() || !cursor.expect(0x3a)) return false;
      this.#expected = 'value';
      return true;
    }
    return this.#value(cursor, byte);
  }

  #value(cursor: JsonCursor, byte: number): boolean {
    if (byte === array || byte === object) return this.#enter(cursor, byte);
    const word = words.get(byte);
    const read = byte === 0x22 ? cursor.readString() : word === undefined ? cursor.readNumber() : cursor.readWord(word);
    if (read) this.#expected = 'after';
    return read;
  }

  #enter(cursor: JsonCursor, byte: number): boolean {
    if (this.#depth === this.#open.length) {
      const grown = new Uint8Array(this.#open.length * 2);
      grown.set(this.#open);
      this.#open = grown;
    }
    this.#open[this.#depth++] = byte;
    cursor.position++;
    this.#expected = byte === object ? 'key-or-end' : 'value-or-end';
    return true;
  }

  #close(cursor: JsonCursor): boolean {
    this.#depth--;
    cursor.position++;
    this.#expected = 'after';
    return true;
  }

  #separator(cursor: JsonCursor, byte: number): boolean {
    const open = this.#open[this.#depth - 1];
    // ASCII has "]" two after "[" and "}" two after "{".
    if (byte === open + 2) return this.#close(cursor);
    if (!cursor.expect(0x2c)) return false;
    this.#expected = open === object ? 'key' : 'value';
    return true;
  }
}
