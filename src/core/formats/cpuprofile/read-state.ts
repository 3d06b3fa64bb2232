import type { Problem } from '../../model/problem.ts';
import { ByteWindow } from '../json/byte-window.ts';
import { decodeText } from '../json/decode-text.ts';
import { JsonCursor } from '../json/json-cursor.ts';
import { TextTable } from '../json/text-table.ts';
import { unescape } from '../json/unescape.ts';
import { ValueSkipper } from '../json/value-skipper.ts';
import { FrameTable } from './frame-table.ts';
import { Kernel } from './kernel.ts';
import { NodeTable } from './node-table.ts';

const longestKey = 64;

/** Everything a read in progress holds: the input and the columns it becomes. */
export class ReadState {
  readonly kernel = Kernel.take();
  readonly window = new ByteWindow(this.kernel.input);
  readonly cursor = new JsonCursor(this.window);
  readonly skipper = new ValueSkipper();
  readonly texts = new TextTable();
  readonly frames = new FrameTable();
  readonly nodes = new NodeTable();
  /** Text table row of the last string read by `readText`. */
  text = 0;
  /** The last key read by `readKey`; empty if it is too long to be one we know. */
  key = '';
  #outOfRange = 0;
  #firstOutOfRange: { readonly byte: number; readonly field: string } = { byte: 0, field: '' };

  /** Reads a string into `text`. */
  readText(): boolean {
    if (!this.cursor.readString()) return false;
    const bytes = this.#plainText();
    if (bytes === null) return false;
    this.text = this.texts.intern(bytes, 0, bytes.length);
    return true;
  }

  /** Reads a key and its colon into `key`. */
  readKey(): boolean {
    const { cursor } = this;
    if (!cursor.readString()) return false;
    const bytes = this.#plainText();
    if (bytes === null || !cursor.expect(0x3a)) return false;
    this.key = bytes.length > longestKey ? '' : decodeText(bytes, 0, bytes.length);
    return true;
  }

  /** The bytes of the string just read, its escapes undone. */
  #plainText(): Uint8Array | null {
    const { cursor, window } = this;
    if (!cursor.escaped) return window.bytes.subarray(cursor.textStart, cursor.textEnd);
    const result = unescape(window.bytes, cursor.textStart, cursor.textEnd);
    if ('bytes' in result) return result.bytes;
    cursor.position = result.badAt;
    cursor.refuse('not-json', 'The text is not valid JSON: a string holds an unknown escape');
    return null;
  }

  /** Notes a line or column that no file can have. */
  noteOutOfRange(field: string): void {
    if (this.#outOfRange++ === 0) this.#firstOutOfRange = { byte: this.window.base + this.cursor.position, field };
  }

  get problems(): Problem[] {
    if (this.#outOfRange === 0) return [];
    const what = this.#outOfRange === 1 ? 'line, column or count is' : 'lines, columns or counts are';
    return [{ code: 'position-out-of-range', message: `${this.#outOfRange} ${what} out of range and left out`, ...this.#firstOutOfRange }];
  }
}
