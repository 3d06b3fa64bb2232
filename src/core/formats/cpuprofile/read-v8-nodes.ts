import { Literal } from '../json/literal.ts';
import { FrameMemo } from './frame-memo.ts';
import type { ReadState } from './read-state.ts';

const [quote, comma, closeBrace, closeBracket, openBrace, minus, zero, backslash] = [0x22, 0x2c, 0x7d, 0x5d, 0x7b, 0x2d, 0x30, 0x5c];
const idKey = new Literal('{"id":');
const nameKey = new Literal(',"callFrame":{"functionName":"');
const scriptKey = new Literal('","scriptId":"');
const urlKey = new Literal('","url":"');
const lineKey = new Literal('","lineNumber":');
const columnKey = new Literal(',"columnNumber":');
const hitsKey = new Literal('},"hitCount":');
const childrenKey = new Literal(',"children":[');
const ticksKey = new Literal(',"positionTicks":[');
const tickLineKey = new Literal('{"line":');
const tickCountKey = new Literal(',"ticks":');

const longestLiteral = nameKey.length;
/** So many digits always fit 31 bits. */
const safeDigits = 9;
/** Script ids up to here find their text and url by number. */
const knownScripts = 1 << 16;

/**
 * Reads nodes written exactly as V8 writes them: these keys in this order, no white space, no escapes. It stops before the
 * first that is any different, or not whole, and leaves that one to the general reader.
 */
export class V8NodeReader {
  readonly #state: ReadState;
  #bytes: Uint8Array;
  #view: DataView;
  #at = 0;
  /** Of the last frame that was read afresh. */
  #script = 0;
  #urlLength = 0;
  readonly #memo = new FrameMemo();
  /** By script id: row of its text + 1, and the row of the url it had last. */
  readonly #scriptText = new Int32Array(knownScripts);
  readonly #scriptUrl = new Int32Array(knownScripts);

  constructor(state: ReadState) {
    this.#state = state;
    this.#bytes = state.window.bytes;
    this.#view = new DataView(this.#bytes.buffer);
  }

  /**
   * Reads on from `window.position`, which stands at a node; moves it behind the last node that has a `,` after it.
   * True if it came to the end of what has arrived.
   */
  read(): boolean {
    const { window, nodes } = this.#state;
    if (this.#bytes !== window.bytes) {
      this.#bytes = window.bytes;
      this.#view = new DataView(this.#bytes.buffer);
    }
    this.#at = window.position;
    while (this.#node()) {
      window.position = this.#at;
    }
    nodes.rewind();
    return this.#at + longestLiteral > window.limit;
  }

  /** A node and its `,`. The literals overrun the data by less than the window's slack. */
  #node(): boolean {
    if (!this.#skip(idKey)) return false;
    const id = this.#uint();
    if (id < 0 || !this.#skip(nameKey)) return false;
    const func = this.#knownFrame();
    if (func < 0) return false;
    const hits = this.#uint();
    if (hits < 0) return false;
    if (this.#skip(childrenKey) && !this.#children()) return false;
    if (this.#skip(ticksKey) && !this.#ticks()) return false;
    if (this.#bytes[this.#at] !== closeBrace || this.#bytes[this.#at + 1] !== comma) return false;
    this.#at += 2;
    this.#state.nodes.add(id, func, hits);
    return true;
  }

  #skip(literal: Literal): boolean {
    if (!literal.matches(this.#view, this.#at)) return false;
    this.#at += literal.length;
    return true;
  }

  /** -1: no number that V8 writes here. */
  #uint(): number {
    const bytes = this.#bytes;
    const start = this.#at;
    let at = start;
    let value = 0;
    for (let digit = bytes[at] - zero; digit >= 0 && digit <= 9; digit = bytes[++at] - zero) value = value * 10 + digit;
    this.#at = at;
    const digits = at - start;
    return digits === 0 || digits > safeDigits || (digits > 1 && bytes[start] === zero) ? -1 : value;
  }

  /** A 0-based place as our 1-based one: -1, V8's "none", becomes 0. Below 0: not V8's. */
  #place(): number {
    if (this.#bytes[this.#at] !== minus) return this.#uint() + 1 || -1;
    this.#at++;
    return this.#uint() === 1 ? 0 : -1;
  }

  /** From the name to the hit count; the row of the frame, or -1. */
  #knownFrame(): number {
    const start = this.#at;
    const known = this.#memo.find(this.#bytes, this.#view, start);
    if (known >= 0) {
      this.#at = this.#memo.end;
      return known;
    }
    const row = this.#frame();
    if (row < 0 || !this.#skip(hitsKey)) return -1;
    this.#memo.remember(this.#bytes, this.#view, start, this.#at, row, this.#script, this.#urlLength);
    return row;
  }

  #frame(): number {
    const { texts, frames } = this.#state;
    const nameStart = this.#at;
    if (!this.#text()) return -1;
    const name = texts.intern(this.#bytes, nameStart, this.#at);
    if (!this.#skip(scriptKey)) return -1;
    const script = this.#scriptId();
    if (script < 0 || !this.#skip(urlKey)) return -1;
    const urlStart = this.#at;
    const url = this.#url(script);
    this.#script = script;
    this.#urlLength = this.#at - urlStart;
    if (url < 0 || !this.#skip(lineKey)) return -1;
    const line = this.#place();
    if (line < 0 || !this.#skip(columnKey)) return -1;
    const column = this.#place();
    return column < 0 ? -1 : frames.intern(name, url, this.#scriptText[script] - 1, line, column);
  }

  /** Steps over a text without escapes, up to its quote. */
  #text(): boolean {
    const bytes = this.#bytes;
    let at = this.#at;
    let byte = bytes[at];
    while (byte !== quote && byte !== backslash && byte >= 0x20) byte = bytes[++at];
    this.#at = at;
    return byte === quote;
  }

  #scriptId(): number {
    const start = this.#at;
    const script = this.#uint();
    if (script < 0 || script >= knownScripts) return -1;
    if (this.#scriptText[script] === 0) this.#scriptText[script] = this.#state.texts.intern(this.#bytes, start, this.#at) + 1;
    return script;
  }

  /** A script has one url mostly: comparing with that one is cheaper than looking it up. */
  #url(script: number): number {
    const { texts } = this.#state;
    const start = this.#at;
    const known = this.#scriptUrl[script];
    const end = texts.endOf(known, this.#view, start);
    if (end >= 0 && this.#bytes[end] === quote) {
      this.#at = end;
      return known;
    }
    if (!this.#text()) return -1;
    return (this.#scriptUrl[script] = texts.intern(this.#bytes, start, this.#at));
  }

  #children(): boolean {
    const { childIds } = this.#state.nodes;
    for (;;) {
      const child = this.#uint();
      const byte = this.#bytes[this.#at++];
      if (child < 0 || (byte !== comma && byte !== closeBracket)) return false;
      childIds.push(child);
      if (byte === closeBracket) return true;
    }
  }

  #ticks(): boolean {
    const { tickLine, tickCount } = this.#state.nodes;
    for (;;) {
      const line = this.#skip(tickLineKey) ? this.#uint() : -1;
      const count = line > 0 && this.#skip(tickCountKey) ? this.#uint() : -1;
      if (count < 0 || this.#bytes[this.#at++] !== closeBrace) return false;
      tickLine.push(line);
      tickCount.push(count);
      const byte = this.#bytes[this.#at++];
      if (byte === closeBracket) return true;
      if (byte !== comma || this.#bytes[this.#at] !== openBrace) return false;
    }
  }
}
