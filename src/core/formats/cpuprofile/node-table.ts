import { early, UintList } from '../json/uint-list.ts';

/** Nodes in a row, each column's part; ends count from the beginning of the whole table. */
export interface NodeBatch {
  readonly id: Int32Array;
  readonly func: Int32Array;
  readonly hits: Int32Array;
  readonly childEnd: Int32Array;
  readonly childIds: Int32Array;
  readonly tickEnd: Int32Array;
  readonly tickLine: Int32Array;
  readonly tickCount: Int32Array;
}

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
  /** Row → the caller's id, for the few formats that name it. */
  readonly parentIds = new Map<number, number>();

  /** Ends the node whose children and ticks were pushed. */
  add(id: number, func: number, hits: number): void {
    const row = this.length;
    this.#reserve(1);
    this.id[row] = id;
    this.func[row] = func;
    this.hits[row] = hits;
    this.childEnd[row] = this.childIds.length;
    this.tickEnd[row] = this.tickLine.length;
    this.length = row + 1;
  }

  append({ id, func, hits, childEnd, childIds, tickEnd, tickLine, tickCount }: NodeBatch): void {
    const row = this.length;
    this.#reserve(id.length);
    this.id.set(id, row);
    this.func.set(func, row);
    this.hits.set(hits, row);
    this.childEnd.set(childEnd, row);
    this.tickEnd.set(tickEnd, row);
    this.childIds.append(childIds);
    this.tickLine.append(tickLine);
    this.tickCount.append(tickCount);
    this.length = row + id.length;
  }

  /** Forgets the children and ticks of a node that was read only partly. */
  rewind(): void {
    const last = this.length - 1;
    this.childIds.length = last < 0 ? 0 : this.childEnd[last];
    this.tickLine.length = last < 0 ? 0 : this.tickEnd[last];
    this.tickCount.length = this.tickLine.length;
  }

  #reserve(more: number): void {
    if (this.length + more <= this.id.length) return;
    const capacity = Math.max(this.id.length * 2, this.length + more);
    const ids = new Uint32Array(capacity);
    ids.set(this.id);
    this.id = ids;
    this.func = longer(this.func, capacity);
    this.hits = longer(this.hits, capacity);
    this.childEnd = longer(this.childEnd, capacity);
    this.tickEnd = longer(this.tickEnd, capacity);
  }
}

function longer(column: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(capacity);
  larger.set(column);
  return larger;
}
