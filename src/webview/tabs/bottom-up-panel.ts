import type { BottomUpEntry, ScopeView } from '../../protocol/engine.ts';
import type { PageActions, Shown } from '../shell/shown.ts';
import { OpenLines } from '../state/open-lines.ts';
import type { Sort, UiState } from '../state/ui-state.ts';
import type { TableRow, TableRows } from '../table/table-rows.ts';
import { functionRow } from './function-row.ts';
import { Outline } from './outline.ts';
import { compareRows } from './sort-rows.ts';
import { TablePanel } from './table-panel.ts';

/** A line of the engine's with its way from the top line, by which it is known again in another reading. */
interface Known extends BottomUpEntry {
  readonly way: string;
}

const top = -1;

/** Where time is spent, and below each function who called it. Callers are asked for as their line is opened. */
export class BottomUpPanel extends TablePanel {
  private view: ScopeView | null = null;
  private readonly opened = new OpenLines<string>();
  /** By handle of the line above. */
  private below = new Map<number, readonly Known[]>();
  private ways = new Map<number, string>();
  private asked = new Set<number>();
  private listed: { readonly rows: TableRows; readonly sort: Sort; readonly open: ReadonlySet<string> } | null = null;
  private shown: Shown | null = null;

  constructor(actions: PageActions) {
    super('bottom-up', 'Functions by self time, with their callers below', actions);
  }

  protected override list(state: UiState, shown: Shown): TableRows {
    this.shown = shown;
    const open = this.opened.take(state.opened['bottom-up'], () => []);
    if (shown.view !== this.view) {
      this.view = shown.view;
      this.below = new Map();
      this.ways = new Map();
      this.asked = new Set();
      this.listed = null;
      this.ask(top, '');
    }
    const sort = state.sort['bottom-up'];
    if (this.listed?.sort !== sort || this.listed.open !== open) {
      this.listed = { rows: new Outline((parent) => this.branches(shown, parent, sort), ({ id }) => open.has(this.ways.get(id) ?? '')), sort, open };
    }
    return this.listed.rows;
  }

  protected override expand({ id }: TableRow, open: boolean): void {
    const way = this.ways.get(id) ?? '';
    this.actions.dispatch({ kind: 'opened', lines: { 'bottom-up': this.opened.press(way, open) } });
    if (open) this.ask(id, way);
    this.refresh();
  }

  private ask(parent: number, way: string): void {
    const { view, below, shown, asked } = this;
    if (asked.has(parent)) return;
    asked.add(parent);
    shown?.engine.callers(parent === top ? null : parent).then((entries) => {
      if (this.view !== view) return;
      below.set(parent, entries.map((entry) => ({ ...entry, way: way === '' ? String(entry.func) : `${way}>${entry.func}` })));
      this.take(below.get(parent) ?? []);
      this.listed = null;
      this.refresh();
    }, this.actions.fail);
  }

  /** Lines that were open before a reload ask for their callers themselves. */
  private take(entries: readonly Known[]): void {
    const { current: open } = this.opened;
    for (const { id, way, hasCallers } of entries) {
      this.ways.set(id, way);
      if (hasCallers && open.has(way)) this.ask(id, way);
    }
  }

  private branches({ model, view: { functions } }: Shown, parent: TableRow | null, sort: Sort): readonly TableRow[] | null {
    const entries = this.below.get(parent?.id ?? top);
    if (!entries) return null;
    const level = (parent?.level ?? 0) + 1;
    const total = (entry: BottomUpEntry): number => (parent ? entry.self : functions.total[entry.func]);
    return entries.map((entry) => functionRow(model, entry.func, { self: entry.self, total: total(entry), samples: entry.samples },
      { id: entry.id, row: -1, level, expanded: entry.hasCallers ? false : null })).sort(compareRows(sort));
  }
}
