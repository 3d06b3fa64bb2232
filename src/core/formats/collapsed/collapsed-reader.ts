import type { Problem } from '../../model/problem.ts';
import type { FormatReader, ReadProfiles } from '../format-reader.ts';
import { FrameSet } from '../frame-set.ts';
import { ByteWindow } from '../json/byte-window.ts';
import { TextTable } from '../json/text-table.ts';
import { parseFrame } from './parse-frame.ts';

const [newline, carriageReturn, space, semicolon] = [0x0a, 0x0d, 0x20, 0x3b];
const longestCount = 32;
const countGrammar = /^\d+(?:\.\d+)?$/;

/** Collapsed (folded) stacks: a line a stack, from the caller on the left to the callee, and how often it was seen: `main;parse 12`. */
export class CollapsedReader implements FormatReader {
  readonly #window = new ByteWindow();
  readonly #frames = new FrameSet();
  readonly #builder = this.#frames.plantTree();
  /** Frames as they stand in the file, and the function of each. */
  readonly #texts = new TextTable();
  readonly #functions = new Map<number, number>();
  #line = 0;
  /** Bytes from the window's position on that hold no line end. */
  #searched = 0;
  #stacks = 0;
  #fault: Problem | null = null;

  push(chunk: Uint8Array): void {
    for (let from = 0; from < chunk.length && this.#fault === null; ) {
      from += this.#window.append(chunk, from);
      this.#readLines();
    }
  }

  end(cut = false): ReadProfiles {
    const window = this.#window;
    if (this.#fault === null && !cut && window.position < window.limit) this.#readLine(window.limit);
    if (this.#fault !== null) return { ok: false, problem: this.#fault };
    if (this.#stacks === 0) return { ok: false, problem: { code: 'empty-file', message: 'The file is empty', byte: window.total } };
    const profile = this.#builder.build(this.#frames.toFunctions(), 'count');
    return { ok: true, value: [{ label: '', value: 'count', pid: null, threadId: null, profile }], problems: [] };
  }

  #readLines(): void {
    const window = this.#window;
    while (this.#fault === null) {
      const end = window.bytes.indexOf(newline, window.position + this.#searched);
      if (end < 0 || end >= window.limit) break;
      this.#searched = 0;
      this.#readLine(end);
      window.position = end + 1;
    }
    this.#searched = window.limit - window.position;
  }

  #readLine(lineEnd: number): void {
    const { bytes, position } = this.#window;
    this.#line++;
    let end = lineEnd;
    while (end > position && (bytes[end - 1] === carriageReturn || bytes[end - 1] === space)) end--;
    const start = this.#line === 1 && bytes[position] === 0xef && bytes[position + 1] === 0xbb ? position + 3 : position;
    if (end <= start) return;
    const gap = bytes.lastIndexOf(space, end - 1);
    const count = gap < start || end - gap > longestCount ? NaN : readCount(bytes, gap + 1, end);
    if (Number.isNaN(count)) return this.#refuse('no-count', 'The line does not end with a count', start);
    if (count > Number.MAX_SAFE_INTEGER) return this.#refuse('not-a-number', 'The number is too large', gap + 1);
    this.#stacks++;
    this.#builder.addWeight(this.#walk(start, gap), count, count);
  }

  /** The node of the stack between two places. */
  #walk(start: number, end: number): number {
    const { bytes } = this.#window;
    let node = 0;
    for (let from = start; from < end; ) {
      let to = from;
      while (to < end && bytes[to] !== semicolon) to++;
      node = this.#builder.tree.child(node, this.#function(from, to));
      from = to + 1;
    }
    return node;
  }

  #function(start: number, end: number): number {
    const { bytes } = this.#window;
    const row = this.#texts.intern(bytes, start, end);
    const known = this.#functions.get(row) ?? parseFrame(this.#frames, bytes, start, end);
    this.#functions.set(row, known);
    return known;
  }

  #refuse(code: string, message: string, at: number): void {
    this.#fault = { code, message, byte: this.#window.base + at, field: `line ${this.#line}` };
  }
}

function readCount(bytes: Uint8Array, start: number, end: number): number {
  const text = String.fromCharCode(...bytes.subarray(start, end));
  return countGrammar.test(text) ? Number(text) : NaN;
}
