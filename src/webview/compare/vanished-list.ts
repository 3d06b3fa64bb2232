import { leastChange } from '../../core/compare/list-changes.ts';
import { callersOf } from '../model/walk-tree.ts';
import type { PageActions, Shown } from '../shell/shown.ts';
import type { Sort } from '../state/ui-state.ts';
import type { Column } from '../table/column.ts';
import type { TableRow, TableRows } from '../table/table-rows.ts';
import { functionRow } from '../tabs/function-row.ts';
import { compareRows } from '../tabs/sort-rows.ts';
import { ComparedTable } from './compared-table.ts';
import type { Compared } from './compared.ts';

/** Callers named in a line, from the end. */
const mostCallers = 8;

/** The calls that are gone, each with its callers and the time of all below it. */
export class VanishedList extends ComparedTable {
  constructor(actions: PageActions) {
    super('vanished', 'Stacks that vanished', actions);
  }

  protected override readonly rowsOf = listRows;
  protected override readonly columnsOf = vanishedColumns;
}

function vanishedColumns(compared: Compared, { model }: Shown): readonly Column[] {
  const { tree } = compared.difference.vanished;
  return [
    { key: 'name', title: 'Gone', numeric: false, width: 0, from: 0, text: (row) => row.label },
    { key: 'self', title: 'Took', numeric: true, width: 90, from: 0, text: (row) => compared.sayVanished(row.total) },
    { key: 'callers', title: 'Called by', numeric: false, width: 320, from: 520, text: ({ row }) => sayCallers(callersOf(tree, row).map((caller) => model.name(tree.func[caller]))) },
    { key: 'place', title: 'Where it was', numeric: false, width: 220, from: 820, text: (row) => row.place },
  ];
}

const sayCallers = (names: readonly string[]): string => [...(names.length > mostCallers ? ['…'] : []), ...names.slice(-mostCallers)].reverse().join(' ‹ ');

function listRows({ model, matches }: Shown, { difference }: Compared, sort: Sort): TableRows {
  const { tops, tree } = difference.vanished;
  const { all, idle } = difference.before.functions;
  const least = leastChange * (all - idle);
  const rowOf = (row: number): TableRow => {
    const func = tree.func[row];
    const line = functionRow(model, func, { self: tree.total[row], total: tree.total[row], samples: tree.samples[row] }, { id: row, row, level: 1, expanded: null });
    return { ...line, place: model.placeBefore(func) };
  };
  const listed = tops.filter((row) => tree.total[row] >= least && model.category(tree.func[row]) !== 'idle' && (!matches || matches.isMatch[tree.func[row]] === 1));
  const rows = Array.from(listed, rowOf).sort(compareRows(sort));
  return { length: rows.length, at: (index) => rows[index], indexOf: (func, row) => rows.findIndex((each) => each.row === row || (row < 0 && each.func === func)) };
}
