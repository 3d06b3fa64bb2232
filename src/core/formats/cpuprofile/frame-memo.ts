const capacity = 1 << 13;
/** Raw texts kept, bytes: beyond, frames are read afresh. Fixed, for V8 compiles reading from what never changes best. */
const room = 1 << 21;
/** Longest search among frames that begin alike. */
const patience = 16;
const shortest = 48;
const [quote, zero] = [0x22, 0x30];
const scriptKeyLength = '","scriptId":"'.length;
const fromScriptToLine = '","url":"'.length + '","lineNumber":'.length;
/** Urls are told apart by so many script ids. */
const scripts = 1 << 12;

/**
 * Frames by their raw text, from the name to `"hitCount":`. The same function comes in many nodes, mostly with the very same
 * bytes: finding them again is far cheaper than reading them.
 */
export class FrameMemo {
  /** Behind the text that `find` found. */
  end = 0;
  #length = 0;
  #used = 0;
  readonly #bytes = new Uint8Array(room);
  readonly #view = new DataView(this.#bytes.buffer);
  readonly #start = new Int32Array(capacity + 1);
  readonly #urlLength = new Int32Array(scripts);
  readonly #row = new Int32Array(capacity);
  readonly #next = new Int32Array(capacity);
  /** By hash: index of the latest frame + 1. */
  readonly #latest = new Int32Array(capacity);

  /** The frame whose text lies at `at`, else -1. */
  find(bytes: Uint8Array, view: DataView, at: number): number {
    let tries = patience;
    for (let index = this.#latest[this.#hash(bytes, view, at)] - 1; index >= 0 && tries-- > 0; index = this.#next[index] - 1) {
      const start = this.#start[index];
      const length = this.#start[index + 1] - start;
      if (!this.#equals(view, at, start, length)) continue;
      this.end = at + length;
      return this.#row[index];
    }
    return -1;
  }

  /** @param urlLength of the frame's script: where its line stands in the text */
  remember(bytes: Uint8Array, view: DataView, start: number, end: number, row: number, script: number, urlLength: number): void {
    const length = end - start;
    if (this.#length === capacity || this.#used + length > room || length < shortest) return;
    this.#bytes.set(bytes.subarray(start, end), this.#used);
    const index = this.#length++;
    this.#urlLength[script & (scripts - 1)] = urlLength;
    const hash = this.#hash(bytes, view, start);
    this.#used += length;
    this.#start[index + 1] = this.#used;
    this.#row[index] = row;
    this.#next[index] = this.#latest[hash];
    this.#latest[hash] = index + 1;
  }

  /** Of the name's two ends, the script and the line, where it must stand if the url is this script's usual one. */
  #hash(bytes: Uint8Array, view: DataView, start: number): number {
    let at = start;
    while (bytes[at] !== quote && bytes[at] !== 0) at++;
    let hash = Math.imul(view.getInt32(start, true), 0x9e3779b1) ^ Math.imul(view.getInt32(at - 4, true) + at - start, 0x85ebca6b);
    at += scriptKeyLength;
    let script = 0;
    for (let digit = bytes[at] - zero; digit >= 0 && digit <= 9; digit = bytes[++at] - zero) script = script * 10 + digit;
    at += fromScriptToLine + this.#urlLength[script & (scripts - 1)];
    if (at + 8 > view.byteLength) return hash & (capacity - 1);
    hash = Math.imul(hash ^ (hash >>> 15) ^ script ^ view.getInt32(at, true), 0xc2b2ae35) ^ Math.imul(view.getInt32(at + 4, true), 0x27d4eb2f);
    return (hash ^ (hash >>> 13) ^ (hash >>> 21)) & (capacity - 1);
  }

  /** From the end: functions of one file differ in their line and column. */
  #equals(view: DataView, at: number, start: number, length: number): boolean {
    if (at + length > view.byteLength) return false;
    const stored = this.#view;
    let offset = length - 4;
    for (; offset > 0; offset -= 4) {
      if (view.getInt32(at + offset, true) !== stored.getInt32(start + offset, true)) return false;
    }
    return view.getInt32(at, true) === stored.getInt32(start, true);
  }
}
