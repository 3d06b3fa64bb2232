import { early, UintList } from '../json/uint-list.ts';
import { CallerTable } from './caller-table.ts';

/** The nodes as the file has them, in its order. */
export class NodeTable {
  length = 0;
  id = new Uint32Array(early);
  func = new Int32Array(early);
  hits = new Int32Array(early);
  /** Node `n` owns `childIds` up to `childEnd[n]`, from where its forerunner's end. */
  readonly childIds = new UintList();
  childEnd = new Int32Array(early);
  /** Node `n` owns the ticks up to `tickEnd[n]`. */
  readonly tickLine = new UintList();
  readonly tickCount = new UintList();
  tickEnd = new Int32Array(early);
  /** Callers as far as they are known while reading. */
  readonly callers = new CallerTable();
  /** Row → the caller's id, for the few formats that name it. */
  readonly parentIds = new Map<number, number>();

  /** Ends the node whose children and ticks were pushed. */
  add(id: number, func: number, hits: number): void {
    const row = this.length;
    if (row === this.id.length) this.#grow();
    this.callers.add(id, row, this.childIds, row === 0 ? 0 : this.childEnd[row - 1]);
    this.id[row] = id;
    this.func[row] = func;
    this.hits[row] = hits;
    this.childEnd[row] = this.childIds.length;
    this.tickEnd[row] = this.tickLine.length;
    this.length = row + 1;
  }

  /** Forgets the children and ticks of a node that was read only partly. */
  rewind(): void {
    const last = this.length - 1;
    this.childIds.length = last < 0 ? 0 : this.childEnd[last];
    this.tickLine.length = last < 0 ? 0 : this.tickEnd[last];
    this.tickCount.length = this.tickLine.length;
  }

  #grow(): void {
    const ids = new Uint32Array(this.id.length * 2);
    ids.set(this.id);
    this.id = ids;
    this.func = twice(this.func);
    this.hits = twice(this.hits);
    this.childEnd = twice(this.childEnd);
    this.tickEnd = twice(this.tickEnd);
  }
}

function twice(column: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(column.length * 2);
  larger.set(column);
  return larger;
}
