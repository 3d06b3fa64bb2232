import type { ReadState } from './read-state.ts';

/** Numbers of a frame in the kernel's memory. */
const fieldsWidth = 6;
const scriptKeyLength = '","scriptId":"'.length;
const urlKeyLength = '","url":"'.length;

/** Reads nodes written exactly as V8 writes them, many at a time, and leaves the first that is any different to the general reader. */
export class V8NodeReader {
  readonly #state: ReadState;
  /** Frames of the kernel whose rows it knows. */
  #known = 0;
  /** By frame: row of the texts of its script id and url. */
  readonly #script: number[] = [];
  readonly #url: number[] = [];

  constructor(state: ReadState) {
    this.#state = state;
  }

  /** Reads on from `window.position`, which stands at a node; moves it behind the last node that has a `,` after it. */
  read(): void {
    const { window, nodes, kernel } = this.#state;
    // A token longer than the kernel's memory is the general reader's.
    if (window.bytes !== kernel.input) return;
    const { does } = kernel;
    if (does.isFull()) this.#forget();
    const base = does.inputAt.value;
    const end = does.readNodes(base + window.position, base + window.limit, nodes.childIds.length, nodes.tickLine.length);
    window.position = end - base;
    const count = does.countNodes();
    if (count === 0) return;
    this.#addFrames();
    does.mapFrames();
    nodes.append({
      id: kernel.column(does.idsAt, count),
      func: kernel.column(does.framesAt, count),
      hits: kernel.column(does.hitsAt, count),
      childEnd: kernel.column(does.childEndsAt, count),
      childIds: kernel.column(does.numbersAt, does.countChildren()),
      tickEnd: kernel.column(does.tickEndsAt, count),
      tickLine: kernel.column(does.tickLinesAt, does.countTicks()),
      tickCount: kernel.column(does.tickCountsAt, does.countTicks()),
    });
  }

  #forget(): void {
    this.#state.kernel.does.forgetFrames();
    this.#known = 0;
  }

  #addFrames(): void {
    const { kernel, texts, frames } = this.#state;
    const known = this.#known;
    const count = kernel.does.countFrames();
    const starts = kernel.column(kernel.does.textStartsAt, count);
    const fields = kernel.column(kernel.does.fieldsAt, count * fieldsWidth);
    const rows = kernel.column(kernel.does.rowsAt, count);
    for (let frame = known, at = known * fieldsWidth; frame < count; frame++, at += fieldsWidth) {
      const start = starts[frame];
      const nameEnd = start + fields[at];
      const name = texts.intern(kernel.bytes, start, nameEnd);
      const alike = fields[at + 1];
      if (alike === frame) {
        this.#script[frame] = texts.intern(kernel.bytes, nameEnd + scriptKeyLength, start + fields[at + 2] - urlKeyLength);
        this.#url[frame] = texts.intern(kernel.bytes, start + fields[at + 2], start + fields[at + 3]);
      } else {
        this.#script[frame] = this.#script[alike];
        this.#url[frame] = this.#url[alike];
      }
      rows[frame] = frames.intern(name, this.#url[frame], this.#script[frame], fields[at + 4], fields[at + 5]);
    }
    this.#known = count;
  }
}
