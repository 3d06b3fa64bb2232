import type { Problem } from '../../model/problem.ts';
import type { ByteWindow } from './byte-window.ts';

const quote = 0x22;
const backslash = 0x5c;
const digitsExact = 15;

const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isNumberByte = (byte: number): boolean => isDigit(byte) || byte === 0x2e || byte === 0x2d || byte === 0x2b || (byte | 0x20) === 0x65;

/**
 * Reads any valid JSON, token by token, from what has arrived. Each method answers whether it succeeded; when it did not,
 * `fault` says why, or is `null` if only more bytes are needed: the caller then goes back to where it began and waits.
 */
export class JsonCursor {
  position = 0;
  fault: Problem | null = null;
  /** The last number read. */
  number = 0;
  /** The last string read lies between these, without its quotes, escapes not undone. */
  textStart = 0;
  textEnd = 0;
  escaped = false;
  readonly window: ByteWindow;

  constructor(window: ByteWindow) {
    this.window = window;
  }

  /** Steps over white space; the byte there, 0 at the end of what has arrived. */
  next(): number {
    const { bytes } = this.window;
    while (isSpace(bytes[this.position])) this.position++;
    return bytes[this.position];
  }

  /** Refuses the byte at the position, unless the input just ends here. */
  refuse(code: string, message: string, field?: string): false {
    if (this.position >= this.window.limit) return false;
    this.fault = { code, message, byte: this.window.base + this.position, ...(field === undefined ? {} : { field }) };
    return false;
  }

  take(byte: number): boolean {
    if (this.next() !== byte) return false;
    this.position++;
    return true;
  }

  expect(byte: number): boolean {
    return this.take(byte) || this.refuse('not-json', `The text is not valid JSON: "${String.fromCharCode(byte)}" is missing`);
  }

  readString(): boolean {
    if (this.next() !== quote) return this.refuse('not-json', 'The text is not valid JSON: a string is missing');
    const { bytes } = this.window;
    let at = this.position + 1;
    this.escaped = false;
    for (let byte = bytes[at]; byte !== quote; byte = bytes[++at]) {
      if (byte === backslash) {
        this.escaped = true;
        if (bytes[++at] !== 0) continue;
      }
      if (bytes[at] < 0x20) return this.#stop(at, 'The text is not valid JSON: a string holds a control character');
    }
    this.textStart = this.position + 1;
    this.textEnd = at;
    this.position = at + 1;
    return true;
  }

  /** Needs the byte after the number to have arrived: without it the number could go on. */
  readNumber(): boolean {
    this.next();
    const { bytes } = this.window;
    const start = this.position;
    let end = start;
    while (isNumberByte(bytes[end])) end++;
    if (end >= this.window.limit) return false;
    const value = parseNumber(bytes, start, end);
    if (value === null) return this.refuse('not-json', 'The text is not valid JSON: a value is missing');
    this.number = value;
    this.position = end;
    return true;
  }

  /** `true`, `false` and `null`. */
  readWord(word: string): boolean {
    const { bytes } = this.window;
    for (let index = 0; index < word.length; index++) {
      if (bytes[this.position + index] !== word.charCodeAt(index)) {
        return this.#stop(this.position + index, 'The text is not valid JSON: a value is missing');
      }
    }
    this.position += word.length;
    return true;
  }

  #stop(at: number, message: string): false {
    this.position = at;
    return this.refuse('not-json', message);
  }
}

const grammar = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** `null` if the bytes are no JSON number. */
function parseNumber(bytes: Uint8Array, start: number, end: number): number | null {
  let value = 0;
  let at = start;
  while (at < end && isDigit(bytes[at])) value = value * 10 + bytes[at++] - 0x30;
  const digits = at - start;
  if (at === end && digits > 0 && digits <= digitsExact && (bytes[start] !== 0x30 || digits === 1)) return value;
  let text = '';
  for (at = start; at < end; at++) text += String.fromCharCode(bytes[at]);
  return grammar.test(text) ? Number(text) : null;
}
