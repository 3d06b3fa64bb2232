import { segmentLimit, type SegmentBuilder } from './segments.ts';

export interface DecodeTarget {
  readonly builder: SegmentBuilder;
  /** Where the mappings begin in the generated file: 0 unless they are a section's. */
  readonly line: number;
  readonly column: number;
  /** Row of the map's first source. */
  readonly source: number;
  /** How many sources the map has. */
  readonly sources: number;
}

/** Larger numbers don't fit the columns. */
const maximum = 2 ** 31 - 1;
const comma = 44;
const semicolon = 59;
const digits = new Int8Array(128).fill(-1);
for (const [value, letter] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries()) digits[letter.charCodeAt(0)] = value;

const isPosition = (value: number): boolean => value >= 0 && value <= maximum;

interface Fields {
  /** The 1, 4 or 5 numbers of a segment. */
  readonly values: Int32Array;
  count: number;
  /** Behind the segment. */
  end: number;
}

/** Reads the numbers up to the next separator; false when a character is no digit or a number exceeds 32 bits. */
const readFields = (text: string, start: number, fields: Fields): boolean => {
  let at = start;
  let value = 0;
  let shift = 0;
  fields.count = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === comma || code === semicolon) break;
    const digit = code < 128 ? digits[code] : -1;
    if (digit < 0 || shift > 30 || fields.count === 5) return false;
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    fields.values[fields.count++] = value & 1 ? -(value >>> 1) : value >>> 1;
    value = 0;
    shift = 0;
  }
  fields.end = at;
  return shift === 0 && fields.count !== 2 && fields.count !== 3;
};

/**
 * Appends the segments of a `mappings` text (base 64 VLQ, ECMA-426) to the builder. `problem` tells why it was given up;
 * `broken` counts segments that point before the start or outside the sources, kept as unmapped.
 */
export const decodeMappings = (text: string, target: DecodeTarget): { readonly broken: number; readonly problem: string | null } => {
  const { builder } = target;
  const fields: Fields = { values: new Int32Array(5), count: 0, end: 0 };
  const { values } = fields;
  let broken = 0;
  let line = target.line;
  let first = builder.length;
  let sorted = true;
  let [column, lastColumn, source, sourceLine, sourceColumn] = [target.column, -1, 0, 0, 0];
  for (let at = 0; at <= text.length; at = fields.end + 1) {
    if (!readFields(text, at, fields)) return { broken, problem: `The mappings are broken at character ${at}` };
    if (builder.length >= segmentLimit) return { broken, problem: `The source map has more than ${segmentLimit} mappings` };
    if (fields.count > 0) {
      column += values[0];
      if (fields.count > 1) [source, sourceLine, sourceColumn] = [source + values[1], sourceLine + values[2], sourceColumn + values[3]];
      const placed = column >= (line === target.line ? target.column : 0) && column <= maximum;
      const inside = source >= 0 && source < target.sources && isPosition(sourceLine) && isPosition(sourceColumn);
      if (!placed || (fields.count > 1 && !inside)) broken++;
      const mapped = fields.count > 1 && inside;
      if (placed) builder.push(line, column, mapped ? target.source + source : -1, mapped ? sourceLine : 0, mapped ? sourceColumn : 0);
      sorted &&= column >= lastColumn;
      lastColumn = column;
    }
    if (text.charCodeAt(fields.end) !== semicolon && fields.end < text.length) continue;
    if (!sorted) builder.sortFrom(first);
    [line, column, lastColumn, sorted, first] = [line + 1, 0, -1, true, builder.length];
  }
  return { broken, problem: null };
};
