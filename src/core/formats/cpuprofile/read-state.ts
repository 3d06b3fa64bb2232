import type { Problem } from '../../model/problem.ts';
import { ByteWindow } from '../json/byte-window.ts';
import { JsonCursor } from '../json/json-cursor.ts';
import { TextTable } from '../json/text-table.ts';
import { unescape } from '../json/unescape.ts';
import { ValueSkipper } from '../json/value-skipper.ts';
import { FrameTable } from './frame-table.ts';
import { NodeTable } from './node-table.ts';

/** Everything a read in progress holds: the input and the columns it becomes. */
export class ReadState {
  readonly window = new ByteWindow();
  readonly cursor = new JsonCursor(this.window);
  readonly skipper = new ValueSkipper();
  readonly texts = new TextTable();
  readonly frames = new FrameTable();
  readonly nodes = new NodeTable();
  /** Text table row of the last string read by `readText`. */
  text = 0;
  #outOfRange = 0;
  #firstOutOfRange: { readonly byte: number; readonly field: string } = { byte: 0, field: '' };

  readText(): boolean {
    const { cursor, window } = this;
    if (!cursor.readString()) return false;
    if (!cursor.escaped) {
      this.text = this.texts.intern(window.bytes, cursor.textStart, cursor.textEnd);
      return true;
    }
    const result = unescape(window.bytes, cursor.textStart, cursor.textEnd);
    if ('badAt' in result) {
      cursor.position = result.badAt;
      return cursor.refuse('not-json', 'The text is not valid JSON: a string holds an unknown escape');
    }
    this.text = this.texts.intern(result.bytes, 0, result.bytes.length);
    return true;
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
