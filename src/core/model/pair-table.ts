/** Numbers kept a slot: first, second, row + 1 (0 = free). Side by side, so that a look-up touches one cache line. */
const width = 3;

/** Gives each distinct pair of non-negative integers a row, in the order of first sight: a Map without strings or objects. */
export class PairTable {
  /** By row. */
  readonly first: number[] = [];
  readonly second: number[] = [];
  /** Open addressing, at most half full. */
  private slots = new Int32Array(1024 * width);
  private mask = 1023;

  get length(): number {
    return this.first.length;
  }

  row(first: number, second: number): number {
    const { slots, mask } = this;
    let slot = (hash(first, second) & mask) * width;
    while (slots[slot + 2] !== 0) {
      if (slots[slot] === first && slots[slot + 1] === second) return slots[slot + 2] - 1;
      slot = slot === mask * width ? 0 : slot + width;
    }
    const row = this.first.length;
    slots[slot] = first;
    slots[slot + 1] = second;
    slots[slot + 2] = row + 1;
    this.first.push(first);
    this.second.push(second);
    if (row * 2 > mask) this.grow();
    return row;
  }

  private grow(): void {
    const mask = this.mask * 2 + 1;
    const slots = new Int32Array((mask + 1) * width);
    for (let row = 0; row < this.first.length; row++) {
      let slot = (hash(this.first[row], this.second[row]) & mask) * width;
      while (slots[slot + 2] !== 0) slot = slot === mask * width ? 0 : slot + width;
      slots[slot] = this.first[row];
      slots[slot + 1] = this.second[row];
      slots[slot + 2] = row + 1;
    }
    this.slots = slots;
    this.mask = mask;
  }
}

/** Mixes both numbers so that neighbouring pairs land far apart. */
function hash(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b) >>> 8;
}
