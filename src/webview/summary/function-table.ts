import { formatCount, formatShare, formatTime } from '../../core/report/format-numbers.ts';
import type { PageFunction } from '../../protocol/webview.ts';
import { element } from '../element.ts';

interface Column {
  readonly title: string;
  readonly numeric: boolean;
  readonly compare: (a: PageFunction, b: PageFunction) => number;
}

/** Numbers sort heaviest first, texts from A on. */
const columns: readonly Column[] = [
  { title: 'Function', numeric: false, compare: (a, b) => a.name.localeCompare(b.name) },
  { title: 'Self', numeric: true, compare: (a, b) => b.selfMs - a.selfMs },
  { title: 'Total', numeric: true, compare: (a, b) => b.totalMs - a.totalMs },
  { title: 'Samples', numeric: true, compare: (a, b) => b.samples - a.samples },
  { title: 'Where', numeric: false, compare: (a, b) => a.place.localeCompare(b.place) },
];
const selfColumn = 1;

/** The table of functions: sortable by its headers, arrow keys move between rows, Enter or a click opens the code. */
export class FunctionTable {
  readonly root: HTMLTableElement;
  private readonly body = element('tbody');
  private readonly headers: readonly HTMLTableCellElement[];
  private readonly open: (index: number) => void;
  private functions: readonly PageFunction[] = [];
  private sortedBy = selfColumn;

  constructor(open: (index: number) => void) {
    this.open = open;
    this.headers = columns.map((column, index) => this.header(column, index));
    this.root = element('table', {}, element('caption', {}, 'Functions by CPU time'), element('thead', {}, element('tr', {}, ...this.headers)), this.body);
    this.body.addEventListener('keydown', (event) => this.move(event));
  }

  show(functions: readonly PageFunction[]): void {
    this.functions = functions;
    this.draw();
  }

  private header({ title, numeric }: Column, index: number): HTMLTableCellElement {
    const button = element('button', { type: 'button' }, title);
    button.addEventListener('click', () => {
      this.sortedBy = index;
      this.draw();
    });
    return element('th', { scope: 'col', ...(numeric && { class: 'number' }) }, button);
  }

  private draw(): void {
    this.headers.forEach((header, index) =>
      index === this.sortedBy ? header.setAttribute('aria-sort', columns[index].numeric ? 'descending' : 'ascending') : header.removeAttribute('aria-sort'));
    const order = this.functions.map((_, index) => index).sort((a, b) => columns[this.sortedBy].compare(this.functions[a], this.functions[b]));
    this.body.replaceChildren(...order.map((index) => this.row(index)));
  }

  private row(index: number): HTMLTableRowElement {
    const { name, place, category, selfMs, selfShare, totalMs, totalShare, samples, openable } = this.functions[index];
    return element('tr', { class: category },
      element('th', { scope: 'row' }, openable ? this.link(name, index) : name),
      time(selfMs, selfShare),
      time(totalMs, totalShare),
      element('td', { class: 'number' }, formatCount(samples)),
      element('td', { class: 'place', title: place }, element('bdi', { dir: 'ltr' }, place)));
  }

  private link(name: string, index: number): HTMLElement {
    const button = element('button', { type: 'button', class: 'link' }, name);
    button.addEventListener('click', () => this.open(index));
    return button;
  }

  private move(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const links = [...this.body.querySelectorAll<HTMLElement>('button.link')];
    const next = links.findIndex((link) => link === document.activeElement) + step;
    event.preventDefault();
    links[Math.max(0, Math.min(next, links.length - 1))]?.focus();
  }
}

function time(ms: number, share: number): HTMLTableCellElement {
  const cell = element('td', { class: 'number' }, `${formatTime(ms)} `, element('span', { class: 'share' }, formatShare(share)));
  cell.style.setProperty('--share', String(share));
  return cell;
}
