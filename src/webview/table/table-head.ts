import { element } from '../element.ts';
import { narrowest } from './column.ts';
import type { Column } from './column.ts';

export interface TableSort {
  readonly column: string;
  readonly descending: boolean;
}
export interface HeadEvents {
  readonly sort: (column: string) => void;
  readonly resize: (column: string, width: number) => void;
}

const keyStep = 16;

/** The titles: a press sorts, the line between two of them resizes, as do Shift+Left and Shift+Right. */
export class TableHead {
  readonly root = element('div', { role: 'rowgroup', class: 'head' });
  private readonly events: HeadEvents;
  private shown = '';
  private cells: readonly HTMLElement[] = [];

  constructor(events: HeadEvents) {
    this.events = events;
  }

  show(columns: readonly Column[], sort: TableSort, widths: Readonly<Record<string, number>>): void {
    const keys = columns.map(({ key, title }) => `${key} ${title}`).join('\n');
    if (keys !== this.shown) this.build(columns);
    this.shown = keys;
    this.cells.forEach((cell, index) => {
      const { key } = columns[index];
      if (key === sort.column) cell.setAttribute('aria-sort', sort.descending ? 'descending' : 'ascending');
      else cell.removeAttribute('aria-sort');
      cell.classList.toggle('resized', widths[key] !== undefined);
    });
  }

  private build(columns: readonly Column[]): void {
    this.cells = columns.map((column) => this.cell(column));
    this.root.replaceChildren(element('div', { role: 'row', class: 'line', 'aria-rowindex': '1' }, ...this.cells));
  }

  private cell({ key, title, numeric }: Column): HTMLElement {
    const button = element('button', { type: 'button', 'aria-description': 'Shift with left or right arrow resizes the column' }, title);
    const grip = element('span', { class: 'grip', 'aria-hidden': 'true' });
    const cell = element('div', { role: 'columnheader', class: `cell ${key}${numeric ? ' number' : ''}` }, button, grip);
    button.addEventListener('click', () => this.events.sort(key));
    button.addEventListener('keydown', (event) => {
      const step = event.shiftKey ? { ArrowLeft: -keyStep, ArrowRight: keyStep }[event.key] : undefined;
      if (step === undefined) return;
      event.preventDefault();
      this.resize(key, cell.offsetWidth + step);
    });
    grip.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      grip.setPointerCapture(event.pointerId);
      const from = event.clientX - cell.offsetWidth;
      grip.onpointermove = (move) => this.resize(key, move.clientX - from);
      grip.onpointerup = () => { grip.onpointermove = null; };
    });
    return cell;
  }

  private resize(key: string, width: number): void {
    this.events.resize(key, Math.max(narrowest, Math.round(width)));
  }
}
