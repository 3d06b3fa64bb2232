import { formatCount } from '../../core/report/format-numbers.ts';
import { formatQuantity, shareOf } from '../model/quantity.ts';
import { formatShare } from '../../core/report/format-numbers.ts';
import type { Shown } from '../shell/panel.ts';
import type { UiState } from '../state/ui-state.ts';
import type { Column } from '../table/column.ts';
import type { TableRow } from '../table/table-rows.ts';

/** The columns of a table of functions, in the unit that was chosen. */
export function functionColumns({ unit }: UiState, { model, view: { functions } }: Shown): readonly Column[] {
  const isIdle = (row: TableRow): boolean => row.func >= 0 && model.category(row.func) === 'idle';
  const share = (value: number, row: TableRow): string => (isIdle(row) ? '–' : formatShare(shareOf(value, functions)));
  const say = (value: number, row: TableRow): string => (unit === 'value' ? `${formatQuantity(value, model.unit)}  ${share(value, row)}` : share(value, row));
  const bar = (value: number, row: TableRow): number => (isIdle(row) ? 0 : Math.min(1, shareOf(value, functions)));
  const samples: Column = { key: 'samples', title: 'Samples', numeric: true, width: 80, from: unit === 'samples' ? 0 : 620, text: (row) => formatCount(row.samples) };
  return [
    { key: 'name', title: 'Function', numeric: false, width: 0, from: 0, text: (row) => row.label },
    ...(unit === 'samples' ? [samples] : []),
    { key: 'self', title: 'Self', numeric: true, width: 130, from: 0, text: (row) => say(row.self, row), bar: (row) => bar(row.self, row) },
    { key: 'total', title: 'Total', numeric: true, width: 130, from: 420, text: (row) => say(row.total, row), bar: (row) => bar(row.total, row) },
    ...(unit === 'samples' ? [] : [samples]),
    { key: 'from', title: 'Whose', numeric: false, width: 120, from: 760, text: (row) => row.from },
    { key: 'place', title: 'Where', numeric: false, width: 220, from: 540, text: (row) => row.place },
  ];
}

