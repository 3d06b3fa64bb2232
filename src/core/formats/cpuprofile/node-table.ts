import { UintList } from '../json/uint-list.ts';
import { CallerTable } from './caller-table.ts';

/** The nodes as the file has them, in its order. */
export class NodeTable {
  readonly id = new UintList();
  readonly func = new UintList();
  readonly hits = new UintList();
  /** Node `n` owns `childIds` up to `childEnd[n]`, from where its forerunner's end. */
  readonly childIds = new UintList();
  readonly childEnd = new UintList();
  /** Node `n` owns the ticks up to `tickEnd[n]`. */
  readonly tickLine = new UintList();
  readonly tickCount = new UintList();
  readonly tickEnd = new UintList();
  /** Callers as far as they are known while reading. */
  readonly callers = new CallerTable();
  /** Row → the caller's id, for the few formats that name it. */
  readonly parentIds = new Map<number, number>();

  get length(): number {
    return this.id.length;
  }

  /** Ends the node whose children and ticks were pushed. */
  add(id: number, func: number, hits: number): void {
    const { length } = this;
    this.callers.add(id, length, this.childIds, length === 0 ? 0 : this.childEnd.values[length - 1]);
    this.id.push(id);
    this.func.push(func);
    this.hits.push(hits);
    this.childEnd.push(this.childIds.length);
    this.tickEnd.push(this.tickLine.length);
  }

  /** Forgets the children and ticks of a node that was read only partly. */
  rewind(): void {
    const last = this.length - 1;
    this.childIds.length = last < 0 ? 0 : this.childEnd.values[last];
    this.tickLine.length = last < 0 ? 0 : this.tickEnd.values[last];
    this.tickCount.length = this.tickLine.length;
  }
}
