/** Numbers kept a slot: first, second, row + 1 (0 = free). Side by side, so that a look-up touches one cache line. */
const width = 3;

/** Gives each distinct pair of non-negative integers a row, in the order of first sight: a Map without strings or objects. */
export class PairTable {
  length = 0;
  private firsts: Int32Array;
  private seconds: Int32Array;
  /** Open addressing, at most half full. */
  private slots: Int32Array;
  private mask: number;

  /** @param expected so many pairs don't make it grow */
  constructor(expected = 512) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(expected, 512)));
    this.firsts = new Int32Array(capacity);
    this.seconds = new Int32Array(capacity);
    this.slots = new Int32Array(capacity * 2 * width);
    this.mask = capacity * 2 - 1;
  }

  firstOf(row: number): number {
    return this.firsts[row];
  }

  secondOf(row: number): number {
    return this.seconds[row];
  }

  /** By row: the column as it is now. */
  get first(): Int32Array {
    return this.firsts.subarray(0, this.length);
  }

  get second(): Int32Array {
    return this.seconds.subarray(0, this.length);
  }

  row(first: number, second: number): number {
    const { slots, mask } = this;
    let slot = (hash(first, second) & mask) * width;
    while (slots[slot + 2] !== 0) {
      if (slots[slot] === first && slots[slot + 1] === second) return slots[slot + 2] - 1;
      slot = slot === mask * width ? 0 : slot + width;
    }
    if (this.length === this.firsts.length) {
      this.grow();
      return this.row(first, second);
    }
    const row = this.length++;
    this.firsts[row] = slots[slot] = first;
    this.seconds[row] = slots[slot + 1] = second;
    slots[slot + 2] = row + 1;
    return row;
  }

  private grow(): void {
    const { first, second } = this;
    this.firsts = new Int32Array(first.length * 2);
    this.seconds = new Int32Array(first.length * 2);
    this.slots = new Int32Array(first.length * 4 * width);
    this.mask = first.length * 4 - 1;
    this.length = 0;
    for (let row = 0; row < first.length; row++) this.row(first[row], second[row]);
  }
}

/** Mixes both numbers so that neighbouring pairs land far apart. */
function hash(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b) >>> 8;
}
