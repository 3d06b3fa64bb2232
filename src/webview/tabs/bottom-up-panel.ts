import type { BottomUpEntry, ScopeView } from '../../protocol/engine.ts';
import type { PageActions, Shown } from '../shell/panel.ts';
import type { Sort, UiState } from '../state/ui-state.ts';
import type { TableRow, TableRows } from '../table/table-rows.ts';
import { functionRow } from './function-row.ts';
import { Outline } from './outline.ts';
import { compareRows } from './sort-rows.ts';
import { TablePanel } from './table-panel.ts';

const top = -1;

/** Where time is spent, and below each function who called it. Callers are asked for as they are opened. */
export class BottomUpPanel extends TablePanel {
  private view: ScopeView | null = null;
  private known = new Map<number, readonly BottomUpEntry[]>();
  private open: ReadonlySet<number> = new Set();
  private listed: { readonly rows: TableRows; readonly sort: Sort } | null = null;
  private shown: Shown | null = null;

  constructor(actions: PageActions) {
    super('bottom-up', 'Functions by self time, with their callers below', actions);
  }

  protected override list(state: UiState, shown: Shown): TableRows {
    this.shown = shown;
    if (shown.view !== this.view) {
      this.view = shown.view;
      this.known = new Map();
      this.open = new Set();
      this.listed = null;
      this.ask(null);
    }
    const sort = state.sort['bottom-up'];
    if (this.listed?.sort !== sort) this.listed = { rows: new Outline((parent) => this.branches(shown, parent, sort), this.open), sort };
    return this.listed.rows;
  }

  protected override expand(row: TableRow, open: boolean): void {
    this.open = new Set(open ? [...this.open, row.id] : [...this.open].filter((id) => id !== row.id));
    this.listed = null;
    if (open && !this.known.has(row.id)) this.ask(row.id);
    else this.refresh();
  }

  private ask(parent: number | null): void {
    const { view, known, shown } = this;
    shown?.engine.callers(parent).then((entries) => {
      if (this.view !== view) return;
      known.set(parent ?? top, entries);
      this.listed = null;
      this.refresh();
    }, this.actions.fail);
  }

  private branches({ model, view: { functions } }: Shown, parent: TableRow | null, sort: Sort): readonly TableRow[] | null {
    const entries = this.known.get(parent?.id ?? top);
    if (!entries) return null;
    const level = (parent?.level ?? 0) + 1;
    const total = (entry: BottomUpEntry): number => (parent ? entry.self : functions.total[entry.func]);
    return entries.map((entry) => functionRow(model, entry.func, { self: entry.self, total: total(entry), samples: entry.samples },
      { id: entry.id, row: -1, level, expanded: entry.hasCallers ? false : null })).sort(compareRows(sort));
  }
}
