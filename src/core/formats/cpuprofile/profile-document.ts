import type { Problem } from '../../model/problem.ts';
import { UintList } from '../json/uint-list.ts';
import { AnyNodeReader } from './read-any-node.ts';
import { readId, readTime } from './read-number-field.ts';
import { ReadState } from './read-state.ts';
import { V8NodeReader } from './read-v8-nodes.ts';
import { NumberList, readDeltas, readIds } from './read-times.ts';

const [openBrace, closeBrace, openBracket, closeBracket, comma] = [0x7b, 0x7d, 0x5b, 0x5d, 0x2c];

/** Bytes of an ordinary node: with less than that, it is the end of what has arrived that ended V8's way of writing. */
const worthReading = 1024;

/** What the next bytes must be. */
type Step = 'start' | 'first-key' | 'key' | 'value' | 'after-value' | 'end'
  | 'first-node' | 'node' | 'after-node' | 'first-id' | 'id' | 'first-delta' | 'delta';
type ArrayName = 'nodes' | 'samples' | 'timeDeltas';

/** Walks the document from key to key; what belongs to a profile goes into columns, all else is stepped over. */
export class ProfileDocument {
  readonly state = new ReadState();
  readonly samples = new UintList();
  deltas = new NumberList(0);
  startTime: number | null = null;
  endTime: number | null = null;
  /** Arrays that came to their end. */
  readonly whole = new Set<string>();
  #step: Step = 'start';
  #key = '';
  #last = false;
  /** Inside `{"profile": …}`, as the debugger protocol answers. */
  #wrapped = false;
  #inside = false;
  readonly #v8Nodes = new V8NodeReader(this.state);
  readonly #anyNode = new AnyNodeReader(this.state);

  /** Anything but white space came. */
  get started(): boolean {
    return this.#step !== 'start';
  }

  get ended(): boolean {
    return this.#step === 'end';
  }

  get fault(): Problem | null {
    return this.state.cursor.fault;
  }

  /** Reads all that is whole in the window. `last`: nothing more will come. */
  run(last: boolean): void {
    this.#last = last;
    const { cursor, window } = this.state;
    do {
      cursor.position = window.position;
      if (!this.#advance()) return;
      window.position = cursor.position;
    } while (window.position < window.limit);
  }

  #advance(): boolean {
    switch (this.#step) {
      case 'start': return this.#start();
      case 'first-key': return this.state.cursor.take(closeBrace) ? this.#close() : this.#readKey();
      case 'key': return this.#readKey();
      case 'value': return this.#skipValue();
      case 'after-value': return this.#afterValue();
      case 'first-node': return this.#firstElement('nodes', 'node');
      case 'node': return this.#readNodes();
      case 'after-node': return this.#afterElement('nodes', 'node');
      case 'first-id': return this.#firstElement('samples', 'id');
      case 'id': return this.#readIds();
      case 'first-delta': return this.#firstElement('timeDeltas', 'delta');
      case 'delta': return this.#readDeltas();
      case 'end': return this.#trailing();
    }
  }

  #go(step: Step): true {
    this.#step = step;
    return true;
  }

  #start(): boolean {
    const { cursor, window } = this.state;
    const { bytes, limit } = window;
    if (limit < 4 && !this.#last) return false;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) cursor.position = 3;
    const byte = cursor.next();
    if (cursor.position >= limit) return false;
    if (byte !== openBrace) return cursor.expect(openBrace);
    cursor.position++;
    return this.#go('first-key');
  }

  #readKey(): boolean {
    const { cursor } = this.state;
    if (!this.state.readKey()) return false;
    const { key } = this.state;
    this.#key = key;
    return this.#enterValue(key, cursor.next());
  }

  #enterValue(key: string, byte: number): boolean {
    const { cursor, window } = this.state;
    if (cursor.position >= window.limit) return false;
    switch (key) {
      case 'nodes': return this.#enterArray(key, byte, 'first-node');
      case 'samples': return this.#enterArray(key, byte, 'first-id');
      case 'timeDeltas': return this.#enterArray(key, byte, 'first-delta');
      case 'profile': return byte === openBrace && !this.#wrapped ? this.#unwrap() : this.#go('value');
      default: return this.#go('value');
    }
  }

  #enterArray(key: ArrayName, byte: number, step: Step): boolean {
    const { cursor } = this.state;
    if (byte !== openBracket) return cursor.refuse('wrong-type', `${key} is not an array`, key);
    if (this.whole.has(key)) return cursor.refuse('wrong-type', `${key} is given twice`, key);
    cursor.position++;
    if (key === 'timeDeltas') this.deltas = new NumberList(this.samples.length);
    return this.#go(step);
  }

  #unwrap(): boolean {
    this.state.cursor.position++;
    this.#wrapped = this.#inside = true;
    return this.#go('first-key');
  }

  #close(): boolean {
    if (!this.#inside) return this.#go('end');
    this.#inside = false;
    return this.#go('after-value');
  }

  #skipValue(): boolean {
    const { state } = this;
    const { cursor } = state;
    if (this.#key === 'startTime' || this.#key === 'endTime') {
      if (!readTime(state, this.#key)) return false;
      this[this.#key] = cursor.number;
      return this.#go('after-value');
    }
    if (state.skipper.run(cursor)) return this.#go('after-value');
    state.window.position = cursor.fault === null ? cursor.position : state.window.position;
    return false;
  }

  #afterValue(): boolean {
    const { cursor } = this.state;
    if (cursor.take(comma)) return this.#go('key');
    if (!cursor.expect(closeBrace)) return false;
    return this.#close();
  }

  #firstElement(name: ArrayName, step: Step): boolean {
    const { cursor, window } = this.state;
    const byte = cursor.next();
    if (cursor.position >= window.limit) return false;
    return byte === closeBracket ? this.#endArray(name) : this.#go(step);
  }

  #afterElement(name: ArrayName, step: Step): boolean {
    const { cursor } = this.state;
    if (cursor.take(comma)) return this.#go(step);
    return cursor.next() === closeBracket ? this.#endArray(name) : cursor.expect(comma);
  }

  #endArray(name: ArrayName): boolean {
    this.state.cursor.position++;
    this.whole.add(name);
    return this.#go('after-value');
  }

  #readNodes(): boolean {
    const { cursor, window } = this.state;
    this.#v8Nodes.read();
    if (window.limit - window.position < worthReading && !this.#last) return false;
    cursor.position = window.position;
    return this.#anyNode.read() && this.#go('after-node');
  }

  #readIds(): boolean {
    const { cursor, window } = this.state;
    readIds(this.state, this.samples);
    cursor.position = window.position;
    if (!readId(this.state, `samples[${this.samples.length}]`)) return false;
    const id = cursor.number;
    if (!this.#afterElement('samples', 'id')) return false;
    this.samples.push(id);
    return true;
  }

  #readDeltas(): boolean {
    const { cursor, window } = this.state;
    readDeltas(this.state, this.deltas);
    cursor.position = window.position;
    if (!readTime(this.state, `timeDeltas[${this.deltas.length}]`)) return false;
    const delta = cursor.number;
    if (!this.#afterElement('timeDeltas', 'delta')) return false;
    this.deltas.push(delta);
    return true;
  }

  #trailing(): boolean {
    const { cursor } = this.state;
    return cursor.next() === openBrace
      ? cursor.refuse('trailing-text', 'A second document begins after the profile')
      : cursor.refuse('trailing-text', 'There is text after the end of the profile');
  }
}
