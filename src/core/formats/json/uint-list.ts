/** A growing column of whole numbers from 0 to 2^32 - 1. */
export class UintList {
  values: Uint32Array;
  length = 0;

  constructor(capacity = 1 << 14) {
    this.values = new Uint32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.values.length) this.grow();
    this.values[this.length++] = value;
  }

  toInt32(): Int32Array {
    return new Int32Array(this.values.subarray(0, this.length));
  }

  grow(): void {
    const grown = new Uint32Array(this.values.length * 2);
    grown.set(this.values);
    this.values = grown;
  }
}
