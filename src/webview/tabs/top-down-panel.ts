import { findHeaviestPath } from '../../core/layout/find-heaviest-path.ts';
import type { MergedTree } from '../../core/layout/view.ts';
import { callersOf, heaviestRowOf } from '../model/walk-tree.ts';
import { OpenLines } from '../state/open-lines.ts';
import type { PageActions, Shown } from '../shell/shown.ts';
import type { Sort, UiState } from '../state/ui-state.ts';
import type { TableRow, TableRows } from '../table/table-rows.ts';
import { functionRow } from './function-row.ts';
import { Outline } from './outline.ts';
import { compareRows } from './sort-rows.ts';
import { TablePanel } from './table-panel.ts';

/** Who calls what, from the first function down. */
export class TopDownPanel extends TablePanel {
  private tree: MergedTree | null = null;
  private readonly opened = new OpenLines<number>();
  private listed: { readonly rows: TableRows; readonly sort: Sort; readonly open: ReadonlySet<number>; readonly tree: MergedTree } | null = null;
  private revealed = -1;

  constructor(actions: PageActions) {
    super('top-down', 'Functions from the first caller down', actions);
  }

  protected override list(state: UiState, shown: Shown): TableRows {
    const { tree } = shown.view;
    const saved = state.opened['top-down'];
    if (tree !== this.tree) {
      this.revealed = -1;
      if (saved === null) this.opened.forget();
    }
    this.tree = tree;
    this.opened.take(saved, () => [...findHeaviestPath(tree, 0)].filter((row) => tree.total[row] * 2 > tree.total[0]));
    const open = this.opened.reveal(this.callersToReveal(state, tree));
    const sort = state.sort['top-down'];
    if (this.listed?.tree !== tree || this.listed.sort !== sort || this.listed.open !== open) {
      this.listed = { rows: new Outline(branchesOf(shown, sort), ({ id }) => open.has(id)), sort, open, tree };
    }
    return this.listed.rows;
  }

  protected override expand({ id }: TableRow, open: boolean): void {
    this.actions.dispatch({ kind: 'opened', lines: { 'top-down': this.opened.press(id, open) } });
    this.refresh();
  }

  protected override activeIn(rows: TableRows, { selected }: UiState): number {
    return selected < 0 || this.revealed < 0 ? -1 : rows.indexOf(selected, this.revealed);
  }

  /** What stands above the chosen call, once for every choice. */
  private callersToReveal({ selected, row }: UiState, tree: MergedTree): readonly number[] {
    const current = this.revealed;
    if (selected < 0 || (current >= 0 && tree.func[current] === selected && (row < 0 || row === current))) return [];
    this.revealed = row >= 0 && tree.func[row] === selected ? row : heaviestRowOf(tree, selected);
    return this.revealed > 0 ? callersOf(tree, this.revealed) : [];
  }
}

function branchesOf({ model, view: { tree } }: Shown, sort: Sort): (parent: TableRow | null) => readonly TableRow[] {
  const { childStart, order, self, total, samples, func } = tree;
  const compare = compareRows(sort);
  return (parent) => {
    const above = parent?.row ?? 0;
    const rows = order.subarray(childStart[above], childStart[above + 1]);
    const level = (parent?.level ?? 0) + 1;
    return Array.from(rows, (row) => functionRow(model, func[row], { self: self[row], total: total[row], samples: samples[row] },
      { id: row, row, level, expanded: childStart[row] < childStart[row + 1] ? false : null })).sort(compare);
  };
}
