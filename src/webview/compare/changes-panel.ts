import { changeKinds } from '../../core/compare/list-changes.ts';
import type { PageActions, Shown } from '../shell/shown.ts';
import type { Sort } from '../state/ui-state.ts';
import type { Column } from '../table/column.ts';
import type { TableRow, TableRows } from '../table/table-rows.ts';
import { functionRow } from '../tabs/function-row.ts';
import { compareRows } from '../tabs/sort-rows.ts';
import { ComparedTable } from './compared-table.ts';
import type { Compared, Pair } from './compared.ts';

const change = ({ before, after }: Pair): number => after - before;

/** Every function with what it took in both runs, the largest difference first. */
export class ChangesPanel extends ComparedTable {
  constructor(actions: PageActions) {
    super('changes', 'Functions by what changed', actions);
  }

  protected override readonly rowsOf = listRows;
  protected override readonly columnsOf = changeColumns;
}

function changeColumns(compared: Compared): readonly Column[] {
  const { changes } = compared;
  const kindOf = (func: number): string => changeKinds[changes.kind[func]];
  const amount = (func: number, value: number, lacking: string): string => (kindOf(func) === lacking ? lacking === 'new' ? 'new' : 'gone' : compared.say(value));
  return [
    { key: 'name', title: 'Function', numeric: false, width: 0, from: 0, text: (row) => row.label },
    { key: 'change', title: 'Self change', numeric: true, width: 110, from: 0, text: ({ func }) => compared.sayChange(compared.self(func)) },
    { key: 'before', title: 'Before', numeric: true, width: 90, from: 480, text: ({ func }) => amount(func, changes.selfBefore[func], 'new') },
    { key: 'after', title: 'After', numeric: true, width: 90, from: 480, text: ({ func }) => amount(func, changes.selfAfter[func], 'gone') },
    { key: 'total', title: 'Total change', numeric: true, width: 110, from: 360, text: ({ func }) => compared.sayChange(compared.total(func)) },
    { key: 'from', title: 'Whose', numeric: false, width: 120, from: 860, text: (row) => row.from },
    { key: 'place', title: 'Where', numeric: false, width: 220, from: 640, text: (row) => row.place },
  ];
}

function listRows(shown: Shown, compared: Compared, sort: Sort): TableRows {
  const { model, matches } = shown;
  const { changes } = compared;
  const rowOf = (func: number): TableRow => functionRow(model, func, { self: changes.selfAfter[func], total: changes.totalAfter[func], samples: 0 }, { id: func, row: -1, level: 1, expanded: null });
  const listed = changes.order.filter((func) => !matches || matches.isMatch[func] === 1);
  const order = sortFunctions(listed, compared, sort) ?? Int32Array.from([...listed].map(rowOf).sort(compareRows(sort)), ({ func }) => func);
  return { length: order.length, at: (index) => rowOf(order[index]), indexOf: (func) => order.indexOf(func) };
}

/** `null` for a column of texts. Differences go by their size; equal ones keep their order. */
function sortFunctions(listed: Int32Array, compared: Compared, { column, descending }: Sort): Int32Array | null {
  const sign = descending ? -1 : 1;
  const by = new Map<string, (func: number) => number>([
    ['change', (func) => Math.abs(change(compared.self(func)))],
    ['total', (func) => Math.abs(change(compared.total(func)))],
    ['before', (func) => compared.changes.selfBefore[func]],
    ['after', (func) => compared.changes.selfAfter[func]],
  ]).get(column);
  return by ? listed.sort((a, b) => sign * (by(a) - by(b))) : null;
}
