/** Mappings as columns, in the order of generated line and column. All 0-based; columns in UTF-16 units. */
export interface Segments {
  readonly length: number;
  readonly line: Int32Array;
  readonly column: Int32Array;
  /** Index into the map's sources; -1 = from here on nothing is mapped. */
  readonly source: Int32Array;
  readonly sourceLine: Int32Array;
  readonly sourceColumn: Int32Array;
}

/** 160 MB of columns; past it a map is refused. The TypeScript compiler's own has 1.4 million. */
export const segmentLimit = 8_000_000;

/** The columns of one segment: line, column, source, source line, source column. */
const width = 5;

export interface SegmentBuilder {
  length: number;
  /** Rows of `width` numbers. */
  rows: Int32Array;
  push(line: number, column: number, source: number, sourceLine: number, sourceColumn: number): void;
  /** Drops what stands at or after a place: the next section rules from there. */
  cutFrom(line: number, column: number): void;
  /** Brings the segments from row `first` on, all of one line, into the order of their columns. */
  sortFrom(first: number): void;
}

const isBefore = (rows: Int32Array, row: number, line: number, column: number): boolean =>
  rows[row * width] < line || (rows[row * width] === line && rows[row * width + 1] < column);

export const createSegments = (): SegmentBuilder => ({
  length: 0,
  rows: new Int32Array(1024 * width),
  push(line, column, source, sourceLine, sourceColumn) {
    const at = this.length * width;
    if (at === this.rows.length) {
      const larger = new Int32Array(this.rows.length * 2);
      larger.set(this.rows);
      this.rows = larger;
    }
    this.rows[at] = line;
    this.rows[at + 1] = column;
    this.rows[at + 2] = source;
    this.rows[at + 3] = sourceLine;
    this.rows[at + 4] = sourceColumn;
    this.length++;
  },
  cutFrom(line, column) {
    while (this.length > 0 && !isBefore(this.rows, this.length - 1, line, column)) this.length--;
  },
  sortFrom(first) {
    const { rows, length } = this;
    const order = Array.from({ length: length - first }, (_, at) => first + at).sort((a, b) => rows[a * width + 1] - rows[b * width + 1] || a - b);
    const sorted = new Int32Array(order.length * width);
    for (const [to, from] of order.entries()) sorted.set(rows.subarray(from * width, (from + 1) * width), to * width);
    rows.set(sorted, first * width);
  },
});

const pluck = ({ rows, length }: SegmentBuilder, offset: number): Int32Array => {
  const column = new Int32Array(length);
  for (let row = 0; row < length; row++) column[row] = rows[row * width + offset];
  return column;
};

export const freezeSegments = (builder: SegmentBuilder): Segments => ({
  length: builder.length,
  line: pluck(builder, 0),
  column: pluck(builder, 1),
  source: pluck(builder, 2),
  sourceLine: pluck(builder, 3),
  sourceColumn: pluck(builder, 4),
});

/** The first segment at or after a place, `length` when there is none. */
export const lowerBound = ({ line, column, length }: Segments, atLine: number, atColumn: number): number => {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (line[middle] < atLine || (line[middle] === atLine && column[middle] < atColumn)) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The segment that rules a generated position: the last of its line at or before it; -1 when there is none. */
export const findSegment = (segments: Segments, line: number, column: number): number => {
  const row = lowerBound(segments, line, column + 1) - 1;
  return row >= 0 && segments.line[row] === line ? row : -1;
};
