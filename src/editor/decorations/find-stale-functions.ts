import type { LineOrigins } from './line-origins.ts';

/** 1-based lines of the recorded text, both included. */
export interface LineRange {
  readonly startLine: number;
  readonly endLine: number;
}

/** Answers whether code on a recorded line is what was measured. */
export type StaleTest = (recordedLine: number) => boolean;

/**
 * A function is stale when one of its own lines was edited, or when lines came in or went between them; its neighbours and
 * the functions inside it are not. Lines outside every function are judged one by one.
 */
export function findStaleFunctions(origins: LineOrigins, ranges: readonly LineRange[], recordedLines: number): StaleTest {
  const owner = ownLines(ranges, recordedLines);
  const stale = new Set<number>();
  let previous = 0;
  for (let line = 1; line <= recordedLines; line++) {
    if (origins.isEdited(line)) stale.add(owner[line] ?? -1);
    const current = origins.currentLine(line);
    if (current === 0) continue;
    if (previous > 0 && (line !== previous + 1 || current !== origins.currentLine(previous) + 1)) stale.add(innermost(ranges, previous, line));
    previous = line;
  }
  return (line) => origins.isEdited(line) || (owner[line] !== -1 && stale.has(owner[line] ?? -1));
}

/** The innermost range of each line, -1 for none. */
function ownLines(ranges: readonly LineRange[], recordedLines: number): Int32Array {
  const owner = new Int32Array(recordedLines + 1).fill(-1);
  const length = ({ startLine, endLine }: LineRange): number => endLine - startLine;
  const widestFirst = ranges.map((range, index) => ({ range, index })).sort((a, b) => length(b.range) - length(a.range));
  for (const { range, index } of widestFirst) owner.fill(index, Math.max(0, range.startLine), Math.max(0, range.endLine + 1));
  return owner;
}

function innermost(ranges: readonly LineRange[], from: number, to: number): number {
  let best = -1;
  ranges.forEach(({ startLine, endLine }, index) => {
    const held = ranges[best];
    if (startLine <= from && endLine >= to && (!held || endLine - startLine <= held.endLine - held.startLine)) best = index;
  });
  return best;
}
