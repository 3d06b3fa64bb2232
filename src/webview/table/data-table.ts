import { element } from '../element.ts';
import { columnsFor } from './column.ts';
import type { Column } from './column.ts';
import { RowPool } from './row-pool.ts';
import { rowHeight, scrollTo, windowOf } from './row-window.ts';
import { TableHead } from './table-head.ts';
import type { TableSort } from './table-head.ts';
import { noRows } from './table-rows.ts';
import type { TableRow, TableRows } from './table-rows.ts';

export interface TableEvents {
  readonly select: (row: TableRow) => void;
  /** Enter or a double click. */
  readonly open: (row: TableRow) => void;
  readonly expand: (index: number, open: boolean) => void;
  readonly sort: (column: string) => void;
  readonly resize: (column: string, width: number) => void;
  readonly menu: (row: TableRow, x: number, y: number) => void;
}

export interface TableLook {
  readonly columns: readonly Column[];
  readonly widths: Readonly<Record<string, number>>;
  readonly sort: TableSort;
  /** Words for screen readers; a class of the line. */
  readonly mark: (row: TableRow) => 'found' | 'dimmed' | '';
}

let tables = 0;

/** A table of any length, of which only the lines in sight exist. One stop for Tab; arrow keys move, open and close. */
export class DataTable {
  readonly root: HTMLElement;
  private readonly body = element('div', { role: 'rowgroup', class: 'body' });
  private readonly head: TableHead;
  private readonly pool: RowPool;
  private readonly events: TableEvents;
  private look: TableLook | null = null;
  private rows: TableRows = noRows;
  private active = -1;

  constructor(label: string, events: TableEvents) {
    const id = `table${++tables}`;
    this.events = events;
    this.head = new TableHead(events);
    this.pool = new RowPool(id, this.body);
    this.root = element('div', { class: 'table', role: 'treegrid', 'aria-label': label, tabindex: '0' }, this.head.root, this.body);
    this.root.addEventListener('scroll', () => this.draw(), { passive: true });
    this.root.addEventListener('keydown', (event) => this.key(event));
    this.body.addEventListener('click', (event) => this.click(event));
    this.body.addEventListener('dblclick', (event) => this.withRow(event, (row) => events.open(row)));
    this.body.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      this.withRow(event, (row) => events.menu(row, event.clientX, event.clientY));
    });
    new ResizeObserver(() => this.draw()).observe(this.root);
  }

  /** Brings the line `active` into sight when it is another one than before. */
  show(rows: TableRows, look: TableLook, active: number): void {
    const moved = active !== this.active || rows !== this.rows;
    this.rows = rows;
    this.look = look;
    this.active = active;
    if (moved && active >= 0) this.reveal();
    this.draw();
  }

  private draw(): void {
    if (!this.look || this.root.clientHeight === 0) return;
    const columns = columnsFor(this.look.columns, this.root.clientWidth);
    this.head.show(columns, this.look.sort, this.look.widths);
    this.root.style.setProperty('--columns', columns.map(({ key, width }) => widthOf(this.look?.widths[key] ?? width)).join(' '));
    this.root.setAttribute('aria-rowcount', String(this.rows.length + 1));
    this.root.setAttribute('aria-colcount', String(columns.length));
    const inSight = windowOf(this.rows.length, this.root.scrollTop, this.visible);
    this.body.style.height = `${inSight.height}px`;
    const drawn = this.pool.draw(this.rows, inSight, columns, this.active, this.look.mark);
    if (drawn === '') this.root.removeAttribute('aria-activedescendant');
    else this.root.setAttribute('aria-activedescendant', drawn);
  }

  private get visible(): number {
    return Math.max(rowHeight, this.root.clientHeight - this.head.root.offsetHeight);
  }

  private reveal(): void {
    const { height } = windowOf(this.rows.length, 0, this.visible);
    this.body.style.height = `${height}px`;
    const top = scrollTo(this.active, this.rows.length, this.root.scrollTop, this.visible);
    if (top !== this.root.scrollTop) this.root.scrollTop = top;
  }

  private click(event: MouseEvent): void {
    this.withRow(event, (row, index) => {
      if (event.target instanceof Element && event.target.closest('.twisty') && row.expanded !== null) this.events.expand(index, !row.expanded);
      this.move(index);
    });
  }

  private withRow(event: MouseEvent, use: (row: TableRow, index: number) => void): void {
    const line = event.target instanceof Element ? event.target.closest('[aria-rowindex]') : null;
    const index = Number(line?.getAttribute('aria-rowindex')) - 2;
    if (index >= 0 && index < this.rows.length) use(this.rows.at(index), index);
  }

  private move(index: number): void {
    const next = Math.max(0, Math.min(this.rows.length - 1, index));
    if (this.rows.length > 0) this.chooseActive(next);
  }

  private chooseActive(index: number): void {
    this.active = index;
    this.reveal();
    this.draw();
    this.events.select(this.rows.at(index));
  }

  private key(event: KeyboardEvent): void {
    if (event.target !== this.root || event.ctrlKey || event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(this.visible / rowHeight) - 1);
    const target = { ArrowDown: this.active + 1, ArrowUp: this.active - 1, PageDown: this.active + page, PageUp: this.active - page, Home: 0, End: this.rows.length - 1 }[event.key];
    if (target !== undefined) this.move(target);
    else if (!this.actOn(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Whether the key means something on the line. */
  private actOn(key: string): boolean {
    if (this.active < 0 || this.active >= this.rows.length) return false;
    const row = this.rows.at(this.active);
    if (key === 'Enter') this.events.open(row);
    else if (key === 'ArrowRight' && row.expanded === false) this.events.expand(this.active, true);
    else if (key === 'ArrowRight' && row.expanded) this.move(this.active + 1);
    else if (key === 'ArrowLeft' && row.expanded) this.events.expand(this.active, false);
    else if (key === 'ArrowLeft') this.move(this.parentIndex(row.level));
    else if (key === 'ContextMenu') this.openMenu(row);
    else return false;
    return true;
  }

  private parentIndex(level: number): number {
    for (let index = this.active - 1; index >= 0; index--) {
      if (this.rows.at(index).level < level) return index;
    }
    return this.active;
  }

  private openMenu(row: TableRow): void {
    const box = this.body.querySelector('.active')?.getBoundingClientRect();
    if (box) this.events.menu(row, box.left + 24, box.bottom);
  }
}

const widthOf = (width: number): string => (width > 0 ? `${width}px` : 'minmax(120px, 1fr)');
