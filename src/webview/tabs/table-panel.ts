import { element } from '../element.ts';
import type { Panel } from '../shell/panel.ts';
import type { PageActions, Shown } from '../shell/shown.ts';
import type { TableName, UiState } from '../state/ui-state.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.ts';
import type { TableRow, TableRows } from '../table/table-rows.ts';
import { nextSort } from './sort-rows.ts';
import { functionColumns } from './table-columns.ts';

/** A tab that is one table of functions. What its lines are, those who derive from it know. */
export abstract class TablePanel implements Panel {
  readonly root: HTMLElement;
  protected readonly actions: PageActions;
  private readonly table: DataTable;
  protected readonly name: TableName;
  private latest: { readonly state: UiState; readonly shown: Shown } | null = null;
  private rows: TableRows | null = null;

  constructor(name: TableName, label: string, actions: PageActions, ...above: readonly HTMLElement[]) {
    this.name = name;
    this.actions = actions;
    this.table = new DataTable(label, {
      select: (row) => this.choose(row),
      open: (row) => row.func >= 0 && actions.open(row.func, 0),
      expand: (index, open) => {
        if (this.rows) this.expand(this.rows.at(index), open);
      },
      sort: (column) => {
        if (this.latest) actions.dispatch({ kind: 'sort', table: name, sort: nextSort(this.latest.state.sort[name], column) });
      },
      resize: (column, width) => actions.dispatch({ kind: 'width', table: name, column, width }),
      menu: (row, x, y) => row.func >= 0 && actions.menu(row.func, row.row, x, y),
    });
    this.root = element('div', { class: 'table-panel' }, ...above, this.table.root);
  }

  show(state: UiState, shown: Shown): void {
    this.latest = { state, shown };
    const rows = this.list(state, shown);
    this.rows = rows;
    const mark = ({ func }: TableRow): 'found' | 'dimmed' | '' => (!shown.matches || func < 0 ? '' : shown.matches.isMatch[func] ? 'found' : 'dimmed');
    this.table.show(rows, { columns: this.columns(state, shown), widths: state.widths[this.name], sort: state.sort[this.name], mark }, this.activeIn(rows, state));
  }

  /** The lines in their order; the same object as long as nothing about them changed. */
  protected abstract list(state: UiState, shown: Shown): TableRows;
  protected columns(state: UiState, shown: Shown): readonly Column[] {
    return functionColumns(state, shown);
  }

  protected abstract expand(row: TableRow, open: boolean): void;

  protected activeIn(rows: TableRows, { selected, row }: UiState): number {
    return selected < 0 ? -1 : rows.indexOf(selected, row);
  }

  protected choose(row: TableRow): void {
    if (row.func >= 0) this.actions.dispatch({ kind: 'select', func: row.func, row: row.row });
  }

  /** Lists and draws again, for what is open has changed. */
  protected refresh(): void {
    if (this.latest) this.show(this.latest.state, this.latest.shown);
  }
}
