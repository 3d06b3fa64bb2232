import type { TableRow } from './table-rows.ts';

export interface Column {
  /** Names it in the state. */
  readonly key: string;
  readonly title: string;
  readonly numeric: boolean;
  /** px until it is resized; 0 = takes what is left. */
  readonly width: number;
  /** In tables narrower than this it is left out, px. */
  readonly from: number;
  /** In tables as wide as this or wider another column of the same key stands in its place, px. */
  readonly below?: number;
  readonly text: (row: TableRow) => string;
  /** 0–1, drawn as a bar behind the number. */
  readonly bar?: (row: TableRow) => number;
}

/** px; a column is not made narrower. */
export const narrowest = 48;

/** Those that a table of this width has room for. */
export const columnsFor = (columns: readonly Column[], width: number): readonly Column[] => columns.filter(({ from, below = Infinity }) => width >= from && width < below);
