import type { Sort } from '../state/ui-state.ts';
import type { TableRow } from '../table/table-rows.ts';

const numbers: ReadonlyMap<string, (row: TableRow) => number> = new Map([
  ['self', (row: TableRow) => row.self], ['total', (row: TableRow) => row.total], ['samples', (row: TableRow) => row.samples], ['line', (row: TableRow) => row.id],
]);
const texts: ReadonlyMap<string, (row: TableRow) => string> = new Map([
  ['name', (row: TableRow) => row.label], ['from', (row: TableRow) => row.from], ['place', (row: TableRow) => row.place],
]);

/** The order of a column; lines that are equal in it keep theirs. */
export function compareRows({ column, descending }: Sort): (a: TableRow, b: TableRow) => number {
  const sign = descending ? -1 : 1;
  const number = numbers.get(column);
  if (number) return (a, b) => sign * (number(a) - number(b));
  const text = texts.get(column) ?? (() => '');
  return (a, b) => sign * text(a).localeCompare(text(b));
}

/** A second press on the same title turns the order around; numbers begin with the heaviest. */
export const nextSort = (sort: Sort, column: string): Sort =>
  ({ column, descending: sort.column === column ? !sort.descending : column !== 'line' && !texts.has(column) });
