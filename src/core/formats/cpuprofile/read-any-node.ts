import { readFinite, readId } from './read-number-field.ts';
import type { ReadState } from './read-state.ts';

const maxPosition = 0x7fffffff;
const quote = 0x22;

type Member = (state: ReadState, key: string) => boolean;

/** Reads an object of any shape: `member` is called at each value with its key. */
function readObject(state: ReadState, member: Member): boolean {
  const { cursor } = state;
  if (!cursor.expect(0x7b)) return false;
  if (cursor.take(0x7d)) return true;
  do {
    if (!state.readKey() || !member(state, state.key)) return false;
  } while (cursor.take(0x2c));
  return cursor.expect(0x7d);
}

/** Reads an array of any length: `element` is called at each value. */
function readArray(state: ReadState, element: () => boolean): boolean {
  const { cursor } = state;
  if (!cursor.expect(0x5b)) return false;
  if (cursor.take(0x5d)) return true;
  do if (!element()) return false;
  while (cursor.take(0x2c));
  return cursor.expect(0x5d);
}

/** Reads one node, its keys in any order. */
export class AnyNodeReader {
  readonly #state: ReadState;
  #field = '';
  #id = -1;
  #func = -1;
  #hits = 0;
  #parent = -1;
  #frame = { name: 0, url: 0, scriptId: 0, line: 0, column: 0 };

  constructor(state: ReadState) {
    this.#state = state;
  }

  /** False: a fault, or the node is not whole yet; nothing of it is kept then. */
  read(): boolean {
    const { cursor, nodes } = this.#state;
    this.#field = `nodes[${nodes.length}]`;
    this.#id = this.#func = this.#parent = -1;
    this.#hits = 0;
    const start = cursor.position;
    if (cursor.next() !== 0x7b) return cursor.refuse('wrong-type', 'A node is not an object', this.#field);
    const read = readObject(this.#state, this.#member) && this.#complete();
    if (!read) {
      if (cursor.fault === null) cursor.position = start;
      nodes.rewind();
      return false;
    }
    if (this.#parent >= 0) nodes.parentIds.set(nodes.length, this.#parent);
    nodes.add(this.#id, this.#func, this.#hits);
    return true;
  }

  #complete(): boolean {
    const missing = this.#id < 0 ? 'id' : this.#func < 0 ? 'callFrame' : '';
    if (missing === '') return true;
    this.#state.cursor.position--;
    return this.#state.cursor.refuse('missing-field', `A node has no ${missing}`, `${this.#field}.${missing}`);
  }

  readonly #member: Member = (state, key) => {
    const { cursor, nodes } = state;
    switch (key) {
      case 'id': return this.#readId(`${this.#field}.id`) && this.#keep(() => { this.#id = cursor.number; });
      case 'parent': return this.#readId(`${this.#field}.parent`) && this.#keep(() => { this.#parent = cursor.number; });
      case 'callFrame': return this.#readFrame();
      case 'hitCount': return this.#readCount(`${this.#field}.hitCount`) && this.#keep(() => { this.#hits = cursor.number; });
      case 'children': {
        const first = nodes.childIds.length;
        return this.#isArray('children') && readArray(state, () => this.#readId(`${this.#field}.children[${nodes.childIds.length - first}]`) && this.#keep(() => nodes.childIds.push(cursor.number)));
      }
      case 'positionTicks': return this.#isArray('positionTicks') && readArray(state, this.#tick);
      default: return skip(state);
    }
  };

  #keep(store: () => void): true {
    store();
    return true;
  }

  #isArray(key: string): boolean {
    return this.#state.cursor.next() === 0x5b || this.#state.cursor.refuse('wrong-type', `${key} is not an array`, `${this.#field}.${key}`);
  }

  #readId(field: string): boolean {
    return readId(this.#state, field);
  }

  /** A count that is no whole number from 0 to 2^31 - 1 becomes 0. */
  #readCount(field: string): boolean {
    const { cursor } = this.#state;
    if (!readFinite(this.#state, field)) return false;
    if (Number.isInteger(cursor.number) && cursor.number >= 0 && cursor.number <= maxPosition) return true;
    this.#state.noteOutOfRange(field);
    cursor.number = 0;
    return true;
  }

  #readFrame(): boolean {
    const state = this.#state;
    const frame = this.#frame;
    frame.name = frame.url = frame.scriptId = frame.line = frame.column = 0;
    if (state.cursor.next() !== 0x7b) return state.cursor.refuse('wrong-type', 'callFrame is not an object', `${this.#field}.callFrame`);
    if (!readObject(state, this.#frameMember)) return false;
    this.#func = state.frames.intern(frame.name, frame.url, frame.scriptId, frame.line, frame.column);
    return true;
  }

  readonly #frameMember: Member = (state, key) => {
    const field = `${this.#field}.callFrame.${key}`;
    const frame = this.#frame;
    switch (key) {
      case 'functionName': return readTextField(state, field) && this.#keep(() => { frame.name = state.text; });
      case 'url': return readTextField(state, field) && this.#keep(() => { frame.url = state.text; });
      case 'scriptId': return readScriptId(state, field) && this.#keep(() => { frame.scriptId = state.text; });
      case 'lineNumber': return this.#readPosition(field, -1) && this.#keep(() => { frame.line = state.cursor.number + 1; });
      case 'columnNumber': return this.#readPosition(field, -1) && this.#keep(() => { frame.column = state.cursor.number + 1; });
      default: return skip(state);
    }
  };

  readonly #tick = (): boolean => {
    const { nodes, cursor } = this.#state;
    const field = `${this.#field}.positionTicks[${nodes.tickLine.length - (nodes.length === 0 ? 0 : nodes.tickEnd[nodes.length - 1])}]`;
    let line = 0;
    let count = 0;
    if (cursor.next() !== 0x7b) return cursor.refuse('wrong-type', 'A position tick is not an object', field);
    const read = readObject(this.#state, (state, key) => {
      if (key === 'line') return this.#readPosition(`${field}.line`, 1) && this.#keep(() => { line = Math.max(0, cursor.number); });
      if (key === 'ticks') return this.#readCount(`${field}.ticks`) && this.#keep(() => { count = cursor.number; });
      return skip(state);
    });
    if (!read) return false;
    nodes.tickLine.push(line);
    nodes.tickCount.push(count);
    return true;
  };

  /** A line or column below `least` or beyond 2^31 - 2 becomes "none": one below a 0-based first line. */
  #readPosition(field: string, least: number): boolean {
    const { cursor } = this.#state;
    if (!readFinite(this.#state, field)) return false;
    if (Number.isInteger(cursor.number) && cursor.number >= least && cursor.number < maxPosition) return true;
    this.#state.noteOutOfRange(field);
    cursor.number = -1;
    return true;
  }
}

function readTextField(state: ReadState, field: string): boolean {
  return state.cursor.next() === quote ? state.readText() : state.cursor.refuse('wrong-type', 'A text is expected', field);
}

/** Some tools write script ids as numbers. */
function readScriptId(state: ReadState, field: string): boolean {
  const { cursor, window } = state;
  if (cursor.next() === quote) return state.readText();
  const start = cursor.position;
  if (!readFinite(state, field)) return false;
  state.text = state.texts.intern(window.bytes, start, cursor.position);
  return true;
}

/** Steps over a value inside a node: from its start again when the node was not whole. */
function skip(state: ReadState): boolean {
  state.skipper.reset();
  return state.skipper.run(state.cursor);
}
