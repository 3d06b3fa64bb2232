import type { TableRow, TableRows } from '../table/table-rows.ts';

/** The lines below one line, or the first ones; `null` while they are not known yet. */
export type Branches = (parent: TableRow | null) => readonly TableRow[] | null;

/** The lines of a tree that are in sight because all above them are open. */
export class Outline implements TableRows {
  private readonly lines: readonly TableRow[];

  constructor(branches: Branches, isOpen: (line: TableRow) => boolean) {
    this.lines = listLines(branches, isOpen);
  }

  get length(): number {
    return this.lines.length;
  }

  at(index: number): TableRow {
    return this.lines[index];
  }

  indexOf(func: number, row: number): number {
    const exact = row < 0 ? -1 : this.lines.findIndex((line) => line.row === row && line.func === func);
    return exact >= 0 || func < 0 ? exact : this.lines.findIndex((line) => line.func === func);
  }
}

function listLines(branches: Branches, isOpen: (line: TableRow) => boolean): TableRow[] {
  const lines: TableRow[] = [];
  const waiting = [...(branches(null) ?? [])].reverse();
  for (let line = waiting.pop(); line; line = waiting.pop()) {
    const opened = line.expanded !== null && isOpen(line);
    lines.push(opened ? { ...line, expanded: true } : line);
    const below = opened ? (branches(line) ?? []) : [];
    for (let index = below.length - 1; index >= 0; index--) waiting.push(below[index]);
  }
  return lines;
}
