import { element } from '../element.ts';
import type { Column } from './column.ts';
import type { RowWindow } from './row-window.ts';
import { rowHeight } from './row-window.ts';
import type { TableRow, TableRows } from './table-rows.ts';

const indentPx = 14;

/** The elements of the lines in sight, used again for other lines while scrolling. */
export class RowPool {
  private readonly id: string;
  private readonly body: HTMLElement;
  private lines: HTMLElement[] = [];
  private columns: readonly Column[] = [];

  constructor(id: string, body: HTMLElement) {
    this.id = id;
    this.body = body;
  }

  /** The id of the active line's element, empty when it is out of sight. */
  draw(rows: TableRows, { first, end, offset }: RowWindow, columns: readonly Column[], active: number, mark: (row: TableRow) => string): string {
    this.fit(Math.max(0, end - first), columns);
    this.lines.forEach((line, at) => {
      const index = first + at;
      this.fill(line, rows.at(index), index, mark);
      line.style.transform = `translateY(${offset + at * rowHeight}px)`;
      line.classList.toggle('active', index === active);
      line.setAttribute('aria-selected', String(index === active));
    });
    return active >= first && active < end && rows.length > 0 ? `${this.id}-${active - first}` : '';
  }

  private fit(count: number, columns: readonly Column[]): void {
    const same = columns.length === this.columns.length && columns.every(({ key }, index) => key === this.columns[index].key);
    if (!same) this.lines = [];
    this.columns = columns;
    if (same && this.lines.length === count) return;
    while (this.lines.length < count) this.lines.push(this.makeLine(this.lines.length));
    this.lines.length = count;
    this.body.replaceChildren(...this.lines);
  }

  private makeLine(at: number): HTMLElement {
    const cells = this.columns.map(({ key, numeric }, index) => index === 0
      ? element('div', { role: 'rowheader', class: 'cell name' }, element('span', { class: 'twisty', 'aria-hidden': 'true' }), element('span', { class: 'label' }))
      : element('div', { role: 'gridcell', class: `cell ${key}${numeric ? ' number' : ''}` }, element('bdi', { dir: 'ltr' })));
    return element('div', { role: 'row', class: 'line', id: `${this.id}-${at}` }, ...cells);
  }

  private fill(line: HTMLElement, row: TableRow, index: number, mark: (row: TableRow) => string): void {
    line.setAttribute('aria-rowindex', String(index + 2));
    line.setAttribute('aria-level', String(row.level));
    if (row.expanded === null) line.removeAttribute('aria-expanded');
    else line.setAttribute('aria-expanded', String(row.expanded));
    const marked = mark(row);
    line.classList.toggle('found', marked === 'found');
    line.classList.toggle('dimmed', marked === 'dimmed');
    this.columns.forEach((column, at) => this.fillCell(line.children[at], column, row, at === 0));
  }

  private fillCell(cell: Element, { text, bar }: Column, row: TableRow, isName: boolean): void {
    if (!(cell instanceof HTMLElement) || !cell.lastElementChild) return;
    const shown = text(row);
    if (cell.lastElementChild.textContent !== shown) cell.lastElementChild.textContent = shown;
    if (cell.title !== shown) cell.title = shown;
    if (bar) cell.style.setProperty('--share', bar(row).toFixed(4));
    if (isName) cell.style.paddingLeft = `${6 + Math.min(row.level - 1, 60) * indentPx}px`;
  }
}
