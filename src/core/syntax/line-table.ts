/** Where a stretch of a text stands; lines and columns count from 1, the end is exclusive. */
interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

const readStarts = (text: string): number[] => {
  const starts = [0];
  // As the language ends lines, so that a carriage return or U+2028 alone counts.
  for (const { index, 0: end } of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(index + end.length);
  return starts;
};

/** Lines and columns of a text's offsets: parsers that are fast give offsets only. */
export class LineTable {
  readonly #starts: readonly number[];
  /** The line asked for last; the next one is mostly near. */
  #last = 0;

  constructor(text: string) {
    this.#starts = readStarts(text);
  }

  /** 1-based. */
  lineOf(offset: number): number {
    return this.#find(offset) + 1;
  }

  /** The place of a node or comment. */
  placeOf({ range: [from, to] }: { readonly range: readonly [number, number] }): Place {
    const line = this.#find(from);
    const column = from - this.#starts[line] + 1;
    const endLine = this.#find(to);
    return { line: line + 1, column, endLine: endLine + 1, endColumn: to - this.#starts[endLine] + 1 };
  }

  #find(offset: number): number {
    const starts = this.#starts;
    let low = starts[this.#last] <= offset ? this.#last : 0;
    if (low + 1 >= starts.length || starts[low + 1] > offset) return (this.#last = low);
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return (this.#last = low);
  }
}
