import type { Shown } from '../shell/shown.ts';
import type { Sort, UiState } from '../state/ui-state.ts';
import type { Column } from '../table/column.ts';
import { noRows } from '../table/table-rows.ts';
import type { TableRows } from '../table/table-rows.ts';
import { TablePanel } from '../tabs/table-panel.ts';
import type { Compared } from './compared.ts';

/** A flat table of two runs. A search leaves only what matches. */
export abstract class ComparedTable extends TablePanel {
  private listed: { readonly rows: TableRows; readonly key: readonly unknown[] } | null = null;

  protected abstract readonly rowsOf: (shown: Shown, compared: Compared, sort: Sort) => TableRows;
  protected abstract readonly columnsOf: (compared: Compared, shown: Shown) => readonly Column[];

  protected override list(state: UiState, shown: Shown): TableRows {
    const { compared, matches } = shown;
    if (!compared) return noRows;
    const sort = state.sort[this.name];
    const key = [compared, sort, matches];
    if (!this.listed || key.some((part, index) => part !== this.listed?.key[index])) this.listed = { rows: this.rowsOf(shown, compared, sort), key };
    return this.listed.rows;
  }

  protected override columns(_: UiState, shown: Shown): readonly Column[] {
    return shown.compared ? this.columnsOf(shown.compared, shown) : [];
  }

  protected override expand(): void {
    // Nothing stands below a line.
  }
}
