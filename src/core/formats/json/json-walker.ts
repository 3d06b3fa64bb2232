import type { Problem } from '../../model/problem.ts';
import { ByteWindow } from './byte-window.ts';
import { decodeText } from './decode-text.ts';
import { FieldPath } from './field-path.ts';
import { JsonCursor } from './json-cursor.ts';
import type { ArrayShape, ObjectShape, Shape, Verdict } from './shape.ts';
import { TextTable } from './text-table.ts';
import { unescape } from './unescape.ts';
import { ValueSkipper } from './value-skipper.ts';

const [quote, comma, colon, openBracket, openBrace, minus] = [0x22, 0x2c, 0x3a, 0x5b, 0x7b, 0x2d];

type Step = 'start' | 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'after' | 'skip' | 'done';
const expectations: Readonly<Record<Shape['kind'], string>> = {
  object: 'An object is expected', array: 'An array is expected', number: 'A number is expected', text: 'A text is expected',
};

/**
 * Reads JSON of any size and depth in pieces and hands what a shape names to it, in the order of the file. All else is checked to
 * be JSON and stepped over; nothing is kept of it.
 */
export class JsonWalker {
  fault: Problem | null = null;
  /** Texts that were taken; keys have a table of their own. */
  readonly texts: TextTable;
  readonly #window = new ByteWindow();
  readonly #cursor = new JsonCursor(this.#window);
  readonly #skipper = new ValueSkipper();
  readonly #keys = new TextTable();
  readonly #keyTexts: string[] = [''];
  readonly #open: (ObjectShape | ArrayShape)[] = [];
  readonly #path = new FieldPath();
  #next: Shape;
  #step: Step = 'start';
  #worthTrying = 1;

  constructor(root: Shape, texts: TextTable) {
    this.#next = root;
    this.texts = texts;
  }

  /** Whether the document came to its end. */
  get done(): boolean {
    return this.#step === 'done';
  }

  /** Anything but white space came. */
  get started(): boolean {
    return this.#step !== 'start';
  }

  /** Containers that are open. */
  get depth(): number {
    return this.#open.length;
  }

  get total(): number {
    return this.#window.total;
  }

  push(chunk: Uint8Array): void {
    const window = this.#window;
    for (let from = 0; from < chunk.length && this.fault === null; ) {
      from += window.append(chunk, from);
      // Twice what did not suffice, so that tiny chunks don't read a long text again and again.
      if (window.limit - window.position < this.#worthTrying) continue;
      this.#run();
      this.#worthTrying = (window.limit - window.position) * 2;
    }
  }

  end(): void {
    if (this.fault === null) this.#run();
  }

  #run(): void {
    const cursor = this.#cursor;
    const window = this.#window;
    cursor.position = window.position;
    while (cursor.position < window.limit && this.#token()) window.position = cursor.position;
    this.fault ??= cursor.fault;
  }

  #token(): boolean {
    const cursor = this.#cursor;
    if (this.#step === 'skip') return this.#skip();
    const byte = cursor.next();
    if (cursor.position >= this.#window.limit) return false;
    switch (this.#step) {
      case 'start': return this.#start(byte);
      case 'value-or-end': return byte === openBracket + 2 ? this.#close() : this.#value(byte);
      case 'value': return this.#value(byte);
      case 'key-or-end': return byte === openBrace + 2 ? this.#close() : this.#key();
      case 'key': return this.#key();
      case 'after': return this.#after(byte);
      case 'done': return cursor.refuse('trailing-text', byte === openBrace ? 'A second document begins after the profile' : 'There is text after the end of the profile');
    }
  }

  #start(byte: number): boolean {
    const cursor = this.#cursor;
    const { bytes, limit } = this.#window;
    if (byte === 0xef && bytes[cursor.position + 1] === 0xbb && bytes[cursor.position + 2] === 0xbf) {
      if (cursor.position + 3 >= limit) return false;
      cursor.position += 3;
    }
    this.#step = 'value';
    return true;
  }

  #key(): boolean {
    const cursor = this.#cursor;
    if (!cursor.readString()) return false;
    const row = this.#intern(this.#keys);
    if (row < 0 || !cursor.expect(colon)) return false;
    if (row === this.#keyTexts.length) this.#keyTexts.push(decodeText(this.#window.bytes, cursor.textStart, cursor.textEnd));
    const key = this.#keyTexts[row];
    const shape = this.#open[this.#open.length - 1];
    const member = shape.kind === 'object' ? shape.members.get(key) : undefined;
    this.#path.setKey(key);
    if (member === undefined) return this.#go('skip');
    this.#next = member;
    return this.#go('value');
  }

  #value(byte: number): boolean {
    const shape = this.#next;
    const cursor = this.#cursor;
    const start = cursor.position;
    switch (shape.kind) {
      case 'object': return byte === openBrace ? this.#enter(shape) : this.#otherKind(shape, byte);
      case 'array': return byte === openBracket ? this.#enter(shape) : this.#otherKind(shape, byte);
      case 'text': {
        if (byte !== quote) return this.#otherKind(shape, byte);
        const row = cursor.readString() ? this.#intern(this.texts) : -1;
        return row >= 0 && this.#judge(shape.take(row), start) && this.#go('after');
      }
      case 'number': {
        if (byte !== minus && (byte < 0x30 || byte > 0x39)) return this.#otherKind(shape, byte);
        if (!cursor.readNumber()) return false;
        const tooLarge = Math.abs(cursor.number) > Number.MAX_SAFE_INTEGER;
        return this.#judge(tooLarge ? { code: 'not-a-number', message: 'The number is too large' } : shape.take(cursor.number), start) && this.#go('after');
      }
    }
  }

  /** `null` is as good as no member; where only some values count, any other kind is. */
  #otherKind({ kind, loose }: Shape, byte: number): boolean {
    const inObject = this.#open.length > 0 && this.#open[this.#open.length - 1].kind === 'object';
    if (loose === true || (byte === 0x6e && inObject)) return this.#go('skip');
    return this.#judge({ code: kind === 'number' ? 'not-a-number' : 'wrong-type', message: expectations[kind] }, this.#cursor.position);
  }

  #enter(shape: ObjectShape | ArrayShape): boolean {
    this.#cursor.position++;
    this.#open.push(shape);
    this.#path.enter(shape.kind === 'array');
    shape.begin?.();
    if (shape.kind === 'object') return this.#go('key-or-end');
    this.#next = shape.element;
    return this.#go('value-or-end');
  }

  #close(): boolean {
    const shape = this.#open.pop();
    this.#path.leave();
    if (!this.#judge(shape?.end?.(), this.#cursor.position)) return false;
    this.#cursor.position++;
    return this.#go(this.#open.length === 0 ? 'done' : 'after');
  }

  #after(byte: number): boolean {
    const shape = this.#open[this.#open.length - 1];
    const isArray = shape.kind === 'array';
    if (byte === (isArray ? openBracket : openBrace) + 2) return this.#close();
    if (!this.#cursor.expect(comma)) return false;
    if (!isArray) return this.#go('key');
    this.#path.nextIndex();
    this.#next = shape.element;
    return this.#go('value');
  }

  /** Keeps what was stepped over when more has to come. */
  #skip(): boolean {
    if (this.#skipper.run(this.#cursor)) return this.#go('after');
    if (this.#cursor.fault === null) this.#window.position = this.#cursor.position;
    return false;
  }

  #intern(table: TextTable): number {
    const cursor = this.#cursor;
    const { bytes } = this.#window;
    if (!cursor.escaped) return table.intern(bytes, cursor.textStart, cursor.textEnd);
    const plain = unescape(bytes, cursor.textStart, cursor.textEnd);
    if ('bytes' in plain) return table.intern(plain.bytes, 0, plain.bytes.length);
    cursor.position = plain.badAt;
    cursor.refuse('not-json', 'The text is not valid JSON: a string holds an unknown escape');
    return -1;
  }

  #judge(verdict: Verdict, at: number): boolean {
    if (verdict === undefined) return true;
    const { code, message, within = '' } = verdict;
    this.fault = { code, message, byte: this.#window.base + at, field: this.#path.toString() + within };
    return false;
  }

  #go(step: Step): true {
    this.#step = step;
    return true;
  }
}
