import type { Problem } from '../model/problem.ts';
import { JsonWalker } from './json/json-walker.ts';
import { array, loosely, number, object, type Shape, text } from './json/shape.ts';
import { TextTable } from './json/text-table.ts';
import { describeBeginning } from './describe-beginning.ts';

export type Format = 'cpuprofile' | 'heapprofile' | 'speedscope' | 'trace' | 'trace-array' | 'pprof' | 'collapsed';

/** So many bytes tell text from data. */
const enough = 64;
const [newline, openAngle, openBracket, closeBracket, openBrace] = [0x0a, 0x3c, 0x5b, 0x5d, 0x7b];
/** The fields a pprof file may begin with, and their wire types. */
const pprofTags: ReadonlySet<number> = new Set([0x0a, 0x12, 0x1a, 0x22, 0x2a, 0x32, 0x38, 0x40, 0x48, 0x50, 0x5a, 0x60, 0x6a, 0x70, 0x7a]);
/** JSON is looked at in steps of so many bytes. */
const scanStep = 4096;
/** A stack, a space and a count, the way every line of collapsed stacks ends. */
const stackEnd = / \d+(?:\.\d+)?[ \r]*$/;

/** Keys at the top of a JSON document that only one format has, and what the value of each is. */
const marks: readonly (readonly [key: string, kind: 'array' | 'object' | 'text', format: Format])[] = [
  ['nodes', 'array', 'cpuprofile'], ['timeDeltas', 'array', 'cpuprofile'], ['profile', 'object', 'cpuprofile'],
  ['head', 'object', 'heapprofile'], ['shared', 'object', 'speedscope'], ['profiles', 'array', 'speedscope'],
  ['traceEvents', 'array', 'trace'],
];
/** The same for what can't be read. */
const strangers: readonly (readonly [key: string, kind: 'array' | 'object' | 'text', sentence: string])[] = [
  ['snapshot', 'object', 'This is a heap snapshot (.heapsnapshot), not a profile'],
  ['mappings', 'text', 'This is a source map, not a profile'],
];

/** Finds out from its first bytes what a file is; of a JSON object it reads as far as the first key that tells. */
export class KindSniffer {
  fault: Problem | null = null;
  /** Bytes that came, and of them what is still looked at: never the white space they begin with. */
  #total = 0;
  #head = new Uint8Array(0);
  /** The first bytes as they came. */
  #first = new Uint8Array(0);
  #json: JsonWalker | null = null;
  /** Where the document begins. */
  #base = 0;
  #isText = false;
  #isMarkup = false;
  #format: Format | null = null;

  /** The format, as soon as it is known. */
  push(chunk: Uint8Array): Format | null {
    this.#total += chunk.length;
    if (this.#json !== null) this.#scan(this.#json, chunk);
    else if (this.#isText) this.#readLine(chunk, false);
    else this.#begin(chunk, false);
    return this.#format;
  }

  end(): Format | null {
    const none = new Uint8Array(0);
    if (this.#json !== null) this.#json.end();
    else if (this.#isText) this.#readLine(none, true);
    else this.#begin(none, true);
    return this.#format;
  }

  /** Why nothing can be read. */
  get refusal(): Problem {
    const problem = this.#json?.fault;
    if (this.fault !== null) return this.fault;
    if (problem) return { ...problem, byte: this.#base + (problem.byte ?? 0) };
    if (this.#json === null) return { code: 'empty-file', message: 'The file is empty', byte: this.#total };
    return this.#json.done
      ? { code: 'unknown-kind', message: 'This JSON is no profile that Flameline reads', byte: 0 }
      : { code: 'truncated', message: 'The file is cut off before it says what it is', byte: this.#base + this.#json.total };
  }

  #begin(chunk: Uint8Array, last: boolean): void {
    if (this.#first.length < enough) this.#first = join(this.#first, chunk).subarray(0, enough);
    if (this.#first.length < enough && !last) {
      this.#head = this.#first;
      return;
    }
    if (isPprof(this.#first) && describeBeginning(this.#first) === null) {
      this.#format = 'pprof';
      return;
    }
    const joined = join(this.#head, chunk);
    const start = joined.findIndex((byte, at) => !isSpace(byte) && !isMark(joined, at));
    // The mark stays until what follows it is here.
    this.#head = start < 0 ? joined.subarray(isMark(joined, 0) ? 0 : joined.length) : joined.subarray(start);
    if (start < 0) return;
    const sentence = describeBeginning(this.#head);
    if (sentence !== null) return this.#refuse('wrong-kind', sentence);
    if (this.#head[0] === openBrace) return this.#beginJson();
    this.#isMarkup = this.#head[0] === openAngle;
    if (isArrayOfObjects(this.#head)) {
      this.#format = 'trace-array';
      return;
    }
    this.#isText = true;
    this.#head = new Uint8Array(0);
    this.#readLine(joined.subarray(start), last);
  }

  #refuse(code: string, message: string): void {
    this.fault = { code, message, byte: 0 };
  }

  #beginJson(): void {
    const decide = (format: Format) => () => { if (this.fault === null) this.#format ??= format; };
    const refuse = (sentence: string) => () => { if (this.#format === null) this.#refuse('wrong-kind', sentence); };
    const members = [
      ...marks.map(([key, kind, format]) => [key, watch(kind, decide(format))] as const),
      ...strangers.map(([key, kind, sentence]) => [key, watch(kind, refuse(sentence))] as const),
    ];
    this.#base = this.#total - this.#head.length;
    this.#json = new JsonWalker(object(Object.fromEntries(members)), new TextTable());
    this.#scan(this.#json, this.#head);
  }

  /** No further than it takes. */
  #scan(json: JsonWalker, chunk: Uint8Array): void {
    for (let from = 0; from < chunk.length && this.#format === null && this.fault === null && json.fault === null; from += scanStep) json.push(chunk.subarray(from, from + scanStep));
  }

  /** Are these collapsed stacks? Their first line tells, of which the end is kept. */
  #readLine(chunk: Uint8Array, last: boolean): void {
    const end = chunk.indexOf(newline);
    this.#head = join(this.#head, end < 0 ? chunk : chunk.subarray(0, end)).slice(-enough);
    if (end < 0 && !last) return;
    if (stackEnd.test(String.fromCharCode(...this.#head))) this.#format = 'collapsed';
    else if (this.#isMarkup) this.#refuse('wrong-kind', 'This is HTML or XML, not a profile');
    else this.#refuse('unknown-kind', 'This is no profile that Flameline reads');
  }
}

const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
/** Not `[unknown]`, as a frame may be called. */
function isArrayOfObjects(head: Uint8Array): boolean {
  const first = head.find((byte, at) => at > 0 && !isSpace(byte));
  return head[0] === openBracket && (first === undefined || first === openBrace || first === closeBracket);
}

/** Data that begin with a field of pprof's: JSON and other text hold no such control characters, UTF-16 begins with another byte. */
const isPprof = (bytes: Uint8Array): boolean => pprofTags.has(bytes[0]) && bytes.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20));

/** The byte order mark of UTF-8. */
const isMark = (bytes: Uint8Array, at: number): boolean => at < 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

const watch = (kind: 'array' | 'object' | 'text', tell: () => void): Shape =>
  loosely(kind === 'array' ? array(loosely(number(() => undefined)), { begin: tell }) : kind === 'object' ? object({}, { begin: tell }) : text(tell));

function join(head: Uint8Array, chunk: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(head.length + chunk.length);
  joined.set(head);
  joined.set(chunk, head.length);
  return joined;
}
