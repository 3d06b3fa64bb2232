import { CallTreeBuilder } from '../model/call-tree-builder.ts';
import { type NamedFunctions, WeightBuilder } from '../model/weight-builder.ts';
import { FrameTable } from './cpuprofile/frame-table.ts';
import { TextTable } from './json/text-table.ts';

/** The texts and functions of a file, shared by all its profiles. */
export class FrameSet {
  readonly texts = new TextTable();
  readonly #frames = new FrameTable();
  /** The function every call tree begins with. */
  readonly root = this.add(this.word('(root)'), 0, 0, 0);

  /** The row of an ASCII text. */
  word(text: string): number {
    return this.texts.intern(Uint8Array.from(text, (character) => character.charCodeAt(0)), 0, text.length);
  }

  /**
   * The row of a function: `name` and `url` are rows of texts, line and column 1-based, 0 = none.
   * @param scriptId row of V8's id; where a format has none the url tells scripts apart
   */
  add(name: number, url: number, line: number, column: number, scriptId = url): number {
    return this.#frames.intern(name, url, scriptId, line, column);
  }

  /** A tree that merges calls of one function from one node. */
  plantTree(root = this.root): WeightBuilder<CallTreeBuilder> {
    return new WeightBuilder(new CallTreeBuilder(root));
  }

  toFunctions(): NamedFunctions {
    return { strings: this.texts.toStrings(), functions: this.#frames.toColumns() };
  }
}
