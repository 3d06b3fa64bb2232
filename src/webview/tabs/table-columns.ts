import { formatCount } from '../../core/report/format-numbers.ts';
import { formatQuantity, shareOf } from '../model/quantity.ts';
import { formatShare } from '../../core/report/format-numbers.ts';
import type { Shown } from '../shell/shown.ts';
import type { UiState } from '../state/ui-state.ts';
import type { Column } from '../table/column.ts';
import type { TableRow } from '../table/table-rows.ts';

/** px. A narrower table has both numbers as well, each in one way: time without its share. */
const roomForShares = 420;
const narrowWidth = 76;

/** The columns of a table of functions, in the unit that was chosen. */
export function functionColumns({ unit }: UiState, { model, view: { functions } }: Shown): readonly Column[] {
  const isIdle = (row: TableRow): boolean => row.func >= 0 && model.category(row.func) === 'idle';
  const share = (value: number, row: TableRow): string => (isIdle(row) ? '–' : formatShare(shareOf(value, functions)));
  const say = (value: number, row: TableRow): string => (unit === 'value' ? `${formatQuantity(value, model.unit)}  ${share(value, row)}` : share(value, row));
  const short = (value: number, row: TableRow): string => (unit === 'value' ? formatQuantity(value, model.unit) : share(value, row));
  const bar = (value: number, row: TableRow): number => (isIdle(row) ? 0 : Math.min(1, shareOf(value, functions)));
  const samples: Column = { key: 'samples', title: 'Samples', numeric: true, width: 80, from: unit === 'samples' ? 0 : 620, text: (row) => formatCount(row.samples) };
  return [
    { key: 'name', title: 'Function', numeric: false, width: 0, from: 0, text: (row) => row.label },
    ...(unit === 'samples' ? [samples] : []),
    ...(['self', 'total'] as const).flatMap((key): Column[] => {
      const column = { key, title: key === 'self' ? 'Self' : 'Total', numeric: true, bar: (row: TableRow) => bar(row[key], row) };
      return [
        { ...column, width: narrowWidth, from: 0, below: roomForShares, text: (row) => short(row[key], row) },
        { ...column, width: 130, from: roomForShares, text: (row) => say(row[key], row) },
      ];
    }),
    ...(unit === 'samples' ? [] : [samples]),
    { key: 'from', title: 'Whose', numeric: false, width: 120, from: 760, text: (row) => row.from },
    { key: 'place', title: 'Where', numeric: false, width: 220, from: 540, text: (row) => row.place },
  ];
}
