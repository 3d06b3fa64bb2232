import type { LineEntry } from '../../protocol/engine.ts';
import type { SourceText } from '../../protocol/profile-page.ts';
import { formatCount, formatShare } from '../../core/report/format-numbers.ts';
import { visibleText } from '../../core/report/visible-text.ts';
import { element } from '../element.ts';
import { formatQuantity } from '../model/quantity.ts';
import type { ProfileModel } from '../model/profile-model.ts';
import type { Panel } from '../shell/panel.ts';
import type { PageActions, Shown } from '../shell/shown.ts';
import { Latest } from '../state/latest.ts';
import type { UiState } from '../state/ui-state.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.ts';
import { noRows } from '../table/table-rows.ts';
import type { TableRow, TableRows } from '../table/table-rows.ts';
import { sayNoSource } from './say-no-source.ts';
import { compareRows, nextSort } from './sort-rows.ts';

interface Answer {
  readonly lines: readonly LineEntry[];
  readonly text: SourceText;
}

const longestLine = 400;

/** The chosen function's lines, each with its own time. */
export class SourcePanel implements Panel {
  readonly root: HTMLElement;
  private readonly actions: PageActions;
  private readonly title = element('h2');
  private readonly note = element('p', { class: 'hint' });
  private readonly table: DataTable;
  private readonly answer = new Latest<Answer>();
  private readonly fetchSource: (func: number) => Promise<SourceText>;
  private latest: { readonly state: UiState; readonly shown: Shown } | null = null;
  private listed: { readonly key: readonly unknown[]; readonly rows: TableRows } | null = null;
  private active = -1;

  constructor(actions: PageActions, fetchSource: (func: number) => Promise<SourceText>) {
    this.actions = actions;
    this.fetchSource = fetchSource;
    this.table = new DataTable('Lines of the chosen function with their own time', {
      select: (row) => { this.active = row.id; },
      open: (row) => actions.open(row.func, row.id),
      expand: () => undefined,
      sort: (column) => this.latest && actions.dispatch({ kind: 'sort', table: 'source', sort: nextSort(this.latest.state.sort.source, column) }),
      resize: (column, width) => actions.dispatch({ kind: 'width', table: 'source', column, width }),
      menu: (row, x, y) => actions.menu(row.func, -1, x, y),
    });
    this.root = element('div', { class: 'table-panel source' }, this.title, this.note, this.table.root);
  }

  show(state: UiState, shown: Shown): void {
    this.latest = { state, shown };
    const { selected } = state;
    this.title.textContent = selected < 0 ? '' : shown.model.place(selected) || shown.model.name(selected);
    this.title.hidden = selected < 0;
    const none = selected < 0 ? 'Choose a function in any other view: here are its lines.' : sayNoSource(selected, shown.model.category(selected));
    const answer = none !== '' ? null : this.answer.of([shown.view, selected], () => this.ask(selected, shown), () => this.refresh(), this.actions.fail);
    const rows = answer ? this.list(answer, selected, state, shown.model) : noRows;
    this.say(none || (answer ? describe(answer) : ''));
    this.table.root.hidden = none !== '';
    this.table.show(rows, { columns: lineColumns(shown.model, answer, state), widths: state.widths.source, sort: state.sort.source, mark: () => '' }, rows.indexOf(this.active, -1));
  }

  private say(text: string): void {
    this.note.textContent = text;
    this.note.hidden = text === '';
  }

  private refresh(): void {
    if (this.latest) this.show(this.latest.state, this.latest.shown);
  }

  private async ask(func: number, { engine }: Shown): Promise<Answer> {
    const [lines, text] = await Promise.all([engine.lines(func), this.fetchSource(func)]);
    this.active = [...lines].sort((a, b) => b.self - a.self)[0]?.line ?? -1;
    return { lines, text };
  }

  private list(answer: Answer, func: number, { sort }: UiState, model: ProfileModel): TableRows {
    const key = [answer, sort.source, model];
    if (!this.listed || key.some((part, index) => part !== this.listed?.key[index])) this.listed = { key, rows: listLines(answer, func, compareRows(sort.source)) };
    return this.listed.rows;
  }
}

function describe({ lines, text }: Answer): string {
  const noTicks = lines.length === 0 ? 'No sample was taken on a line of this function. ' : '';
  return text.ok ? noTicks : `${noTicks}${text.reason}`;
}

function listLines({ lines, text }: Answer, func: number, compare: (a: TableRow, b: TableRow) => number): TableRows {
  const byLine = new Map(lines.map((entry) => [entry.line, entry]));
  const numbers = new Set([...byLine.keys(), ...(text.ok ? text.lines.map((_, index) => text.firstLine + index) : [])]);
  const rows = [...numbers].map((line): TableRow => {
    const { self = 0, ticks = 0 } = byLine.get(line) ?? {};
    const code = text.ok ? visibleText((text.lines[line - text.firstLine] ?? '').replaceAll('\t', '  '), longestLine) : '';
    return { id: line, func, row: -1, level: 1, expanded: null, label: line === 0 ? 'unknown' : String(line), from: '', place: code, self, total: self, samples: ticks };
  }).sort(compare);
  return { length: rows.length, at: (index) => rows[index], indexOf: (line) => rows.findIndex(({ id }) => id === line) };
}

function lineColumns(model: ProfileModel, answer: Answer | null, { unit }: UiState): readonly Column[] {
  const all = answer?.lines.reduce((sum, { self }) => sum + self, 0) ?? 0;
  const share = ({ self }: TableRow): number => (all > 0 ? self / all : 0);
  const say = (row: TableRow): string => (row.self <= 0 ? '' : unit === 'value' ? `${formatQuantity(row.self, model.unit)}  ${formatShare(share(row))}` : formatShare(share(row)));
  return [
    { key: 'line', title: 'Line', numeric: true, width: 64, from: 0, text: (row) => row.label },
    { key: 'self', title: 'Self', numeric: true, width: 130, from: 0, text: say, bar: share },
    { key: 'samples', title: 'Samples', numeric: true, width: 76, from: 520, text: (row) => (row.samples > 0 ? formatCount(row.samples) : '') },
    { key: 'code', title: 'Source', numeric: false, width: 0, from: 0, text: (row) => row.place },
  ];
}
