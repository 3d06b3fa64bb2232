import { element } from '../element.ts';
import type { ScopeView } from '../../protocol/engine.ts';
import type { OriginSum } from '../model/sum-origins.ts';
import { sumOrigins } from '../model/sum-origins.ts';
import type { Matches } from '../search/find-matches.ts';
import { OpenLines } from '../state/open-lines.ts';
import type { PageActions, Shown } from '../shell/shown.ts';
import type { Sort, UiState } from '../state/ui-state.ts';
import type { TableRow, TableRows } from '../table/table-rows.ts';
import { functionRow, numbersOf } from './function-row.ts';
import { Outline } from './outline.ts';
import { compareRows } from './sort-rows.ts';
import { TablePanel } from './table-panel.ts';

/** Every function once, or one line a package with its functions below. A search leaves only what matches. */
export class FunctionsPanel extends TablePanel {
  private readonly byPackage: HTMLInputElement;
  private readonly opened = new OpenLines<string>();
  private listed: { readonly rows: TableRows; readonly key: readonly unknown[] } | null = null;

  constructor(actions: PageActions) {
    const byPackage = element('input', { type: 'checkbox' });
    super('functions', 'Functions by time', actions, element('label', { class: 'option' }, byPackage, 'Cost per package'));
    this.byPackage = byPackage;
    byPackage.addEventListener('change', () => actions.dispatch({ kind: 'by-package', on: byPackage.checked }));
  }

  protected override list(state: UiState, shown: Shown): TableRows {
    this.byPackage.checked = state.byPackage;
    const open = this.opened.take(state.opened.functions, () => []);
    const key = [shown.view, state.sort.functions, shown.matches, state.byPackage, open];
    if (!this.listed || key.some((part, index) => part !== this.listed?.key[index])) {
      this.listed = { rows: state.byPackage ? listPackages(shown, state.sort.functions, open) : listFunctions(shown, state.sort.functions), key };
    }
    return this.listed.rows;
  }

  protected override expand({ label }: TableRow, open: boolean): void {
    this.actions.dispatch({ kind: 'opened', lines: { functions: this.opened.press(label, open) } });
    this.refresh();
  }
}

const isListed = ({ model, view: { functions } }: Shown, func: number, matches: Matches | null): boolean =>
  functions.total[func] > 0 && model.category(func) !== 'idle' && (!matches || matches.isMatch[func] === 1);

function listFunctions(shown: Shown, sort: Sort): TableRows {
  const { model, view, matches } = shown;
  const listed: number[] = [];
  for (let func = 1; func < model.functions.length; func++) if (isListed(shown, func, matches)) listed.push(func);
  const order = sortFunctions(listed, shown, sort);
  return {
    length: order.length,
    at: (index) => rowOf(shown, order[index], view, 1),
    indexOf: (func) => order.indexOf(func),
  };
}

/** Numbers are compared without making a line of each. */
function sortFunctions(listed: readonly number[], shown: Shown, sort: Sort): number[] {
  const { self, total, samples } = shown.view.functions;
  const numbers = { self, total, samples }[sort.column];
  if (numbers) return [...listed].sort((a, b) => (sort.descending ? numbers[b] - numbers[a] : numbers[a] - numbers[b]));
  const compare = compareRows(sort);
  return listed.map((func) => rowOf(shown, func, shown.view, 1)).sort(compare).map(({ func }) => func);
}

const rowOf = ({ model }: Shown, func: number, { functions }: ScopeView, level: number): TableRow =>
  functionRow(model, func, numbersOf(functions, func), { id: func, row: -1, level, expanded: null });

function listPackages(shown: Shown, sort: Sort, open: ReadonlySet<string>): TableRows {
  const { model, view, matches } = shown;
  const origins = sumOrigins(model, view.tree, view.functions);
  const compare = compareRows(sort);
  const groups = origins.map((origin, index) => groupRow(origin, -1 - index)).sort(compare);
  return new Outline((parent) => {
    if (!parent) return groups;
    const { functions } = origins[-1 - parent.id];
    return functions.filter((func) => isListed(shown, func, matches)).map((func) => rowOf(shown, func, view, 2)).sort(compare);
  }, ({ label }) => open.has(label));
}

const groupRow = ({ name, functions, self, total, samples }: OriginSum, id: number): TableRow =>
  ({ id, func: -1, row: -1, level: 1, expanded: false, label: name, from: '', place: functions.length === 1 ? '1 function' : `${functions.length} functions`, self, total, samples });
