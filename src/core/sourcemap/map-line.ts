import type { SourceMap } from './parse-source-map.ts';
import { lowerBound, type Segments } from './segments.ts';

/** Where a generated line as a whole comes from. */
export interface MappedLine {
  /** Row of the map's sources; -1 = unmapped. */
  readonly source: number;
  /** 1-based original line; 0 = none, or no line has the majority. */
  readonly line: number;
}

/** 0-based generated line → original line. Each line is looked at once. */
export type LineMapper = (line: number) => MappedLine;

const unmapped: MappedLine = { source: -1, line: 0 };

/** Counts the columns each original line holds. The last segment's end is not in the map: it counts as the mean of the others. */
const weighLines = ({ column, source, sourceLine }: Segments, from: number, to: number): Map<string, { source: number; line: number; columns: number }> => {
  const weights = new Map<string, { source: number; line: number; columns: number }>();
  const mean = to - from > 1 ? Math.max(1, (column[to - 1] - column[from]) / (to - from - 1)) : 1;
  for (let row = from; row < to; row++) {
    if (source[row] < 0) continue;
    const columns = row + 1 < to ? column[row + 1] - column[row] : mean;
    const key = `${source[row]}:${sourceLine[row]}`;
    const entry = weights.get(key);
    if (entry) entry.columns += columns;
    else weights.set(key, { source: source[row], line: sourceLine[row] + 1, columns });
  }
  return weights;
};

const chooseLine = (segments: Segments, line: number, onlyLine: boolean): MappedLine => {
  const weights = weighLines(segments, lowerBound(segments, line, 0), lowerBound(segments, line + 1, 0));
  let [best, sum] = [{ source: -1, line: 0, columns: -1 }, 0];
  for (const entry of weights.values()) {
    sum += entry.columns;
    if (entry.columns > best.columns) best = entry;
  }
  if (weights.size === 0) return unmapped;
  const ambiguous = weights.size > 1 && (onlyLine || best.columns * 2 <= sum);
  return { source: best.source, line: ambiguous ? 0 : best.line };
};

/**
 * Line ticks have no column, so a line is led to the original line that most of its mapped columns come from. Without an
 * absolute majority, or when the whole file was printed on one line, there is no honest answer: line 0.
 */
export const createLineMapper = ({ segments }: SourceMap): LineMapper => {
  const known = new Map<number, MappedLine>();
  const onlyLine = segments.length > 0 && segments.line[0] === segments.line[segments.length - 1];
  return (line) => {
    const cached = known.get(line);
    if (cached) return cached;
    const mapped = chooseLine(segments, line, onlyLine);
    known.set(line, mapped);
    return mapped;
  };
};
