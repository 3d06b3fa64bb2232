import { early, type UintList } from '../json/uint-list.ts';

/** Ids this far above the number of nodes are left to the general linking. */
const spread = 1 << 22;

/**
 * Links nodes while they are read, as long as they come V8's way: ids dense, each caller before its callees, each callee
 * named once. Anything else gives up; `linkNodes` then finds out what it is.
 */
export class CallerTable {
  /** By row. Sound only when `sound` says so. */
  parent = new Int32Array(early);
  #length = 0;
  #children = 0;
  #regular = true;
  /** By id: row + 1 of the node, and of its caller. */
  #row = new Int32Array(early);
  #caller = new Int32Array(early);

  /** Each node but the first has a caller before it; as many callees are named, so none twice and none is missing. */
  get sound(): boolean {
    return this.#regular && this.#length > 0 && this.#children === this.#length - 1;
  }

  rowOf(id: number): number {
    return id < this.#row.length ? this.#row[id] - 1 : -1;
  }

  /** @param children the node's own are those from `from` on */
  add(id: number, row: number, children: UintList, from: number): void {
    if (!this.#regular) return;
    let largest = id;
    for (let at = from; at < children.length; at++) largest = Math.max(largest, children.values[at]);
    if (largest >= this.#row.length || row >= this.parent.length) this.#grow(largest, row);
    if (!this.#regular) return;
    const caller = this.#caller[id];
    if (this.#row[id] !== 0 || (caller === 0) !== (row === 0)) this.#regular = false;
    this.#row[id] = row + 1;
    this.parent[row] = caller - 1;
    this.#length = row + 1;
    for (let at = from; at < children.length; at++) this.#caller[children.values[at]] = row + 1;
    this.#children = children.length;
  }

  #grow(id: number, row: number): void {
    if (id > row * 4 + spread) {
      this.#regular = false;
      return;
    }
    this.parent = longer(this.parent, row);
    this.#row = longer(this.#row, id);
    this.#caller = longer(this.#caller, id);
  }
}

function longer(column: Int32Array<ArrayBuffer>, index: number): Int32Array<ArrayBuffer> {
  if (index < column.length) return column;
  const larger = new Int32Array(Math.max(column.length * 2, index + 1));
  larger.set(column);
  return larger;
}
