/** Gives each distinct pair of non-negative integers a row, in the order of first sight: a Map without strings or objects. */
export class PairTable {
  /** By row. */
  readonly first: number[] = [];
  readonly second: number[] = [];
  /** Open addressing: row + 1, 0 = free. At most half full. */
  private slots = new Int32Array(64);

  get length(): number {
    return this.first.length;
  }

  row(first: number, second: number): number {
    const mask = this.slots.length - 1;
    let slot = hash(first, second) & mask;
    for (let held = this.slots[slot]; held !== 0; held = this.slots[slot]) {
      if (this.first[held - 1] === first && this.second[held - 1] === second) return held - 1;
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = this.first.push(first);
    this.second.push(second);
    if (this.first.length * 2 > this.slots.length) this.grow();
    return this.first.length - 1;
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let row = 0; row < this.first.length; row++) {
      let slot = hash(this.first[row], this.second[row]) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = row + 1;
    }
    this.slots = slots;
  }
}

/** The finaliser of MurmurHash3 over both numbers: neighbouring pairs land far apart. */
function hash(first: number, second: number): number {
  let mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
