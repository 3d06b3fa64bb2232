/** One line of a table, made when it comes into sight. */
export interface TableRow {
  /** Tells lines of one table apart. */
  readonly id: number;
  /** Row of functions, -1 for a line that stands for several. */
  readonly func: number;
  /** Row of the merged tree, -1 = any call. */
  readonly row: number;
  /** From 1. */
  readonly level: number;
  /** `null` = nothing below it. */
  readonly expanded: boolean | null;
  readonly label: string;
  /** `own code`, `lodash`, `Node`. */
  readonly from: string;
  readonly place: string;
  readonly self: number;
  readonly total: number;
  readonly samples: number;
}

/** What a table shows: any number of lines, asked for by place. */
export interface TableRows {
  readonly length: number;
  at(index: number): TableRow;
  /** Where the chosen function stands, -1 = not in sight of this table. */
  indexOf(func: number, row: number): number;
}

export const noRows: TableRows = {
  length: 0,
  at: () => { throw new RangeError('A table without lines was asked for one.'); },
  indexOf: () => -1,
};
