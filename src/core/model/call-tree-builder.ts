import { growingInts } from './growing-column.ts';

/** Half of these are free at least. */
const fewestSlots = 64;

/** The callees of each node by function: calls of one function from one node are one node. Row 0 is the root. */
export class CallTreeBuilder {
  readonly #parent = growingInts();
  readonly #func = growingInts();
  /** Open addressing: row + 1, 0 = free. */
  #slots = new Int32Array(fewestSlots);

  /** @param root function of the root */
  constructor(root: number) {
    this.#parent.push(-1);
    this.#func.push(root);
  }

  get length(): number {
    return this.#parent.length;
  }

  parentOf(node: number): number {
    return this.#parent.at(node);
  }

  functionOf(node: number): number {
    return this.#func.at(node);
  }

  /** The row of this function called from that node, made when it is new: parents stand before their children. */
  child(parent: number, func: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(parent, func) & mask;
    for (let row = this.#slots[slot] - 1; row >= 0; row = this.#slots[slot] - 1) {
      if (this.#parent.at(row) === parent && this.#func.at(row) === func) return row;
      slot = (slot + 1) & mask;
    }
    const row = this.length;
    this.#parent.push(parent);
    this.#func.push(func);
    this.#slots[slot] = row + 1;
    if (row * 2 > mask) this.#rehash();
    return row;
  }

  toColumns(): { readonly parent: Int32Array; readonly func: Int32Array } {
    return { parent: this.#parent.toColumn(), func: this.#func.toColumn() };
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let row = 1; row < this.length; row++) {
      let slot = hash(this.#parent.at(row), this.#func.at(row)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = row + 1;
    }
    this.#slots = slots;
  }
}

function hash(parent: number, func: number): number {
  const mixed = Math.imul(parent, 0x9e3779b1) ^ Math.imul(func + 0x7f4a7c15, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b) >>> 7;
}
