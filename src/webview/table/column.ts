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
  readonly text: (row: TableRow) => string;
  /** 0–1, drawn as a bar behind the number. */
  readonly bar?: (row: TableRow) => number;
}

/** px; a column is not made narrower. */
export const narrowest = 48;
