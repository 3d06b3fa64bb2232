/** Small, so that growing is among the first things V8 sees: what it compiles then need not be thrown away later. */
export const early = 32;

/** A growing column of whole numbers from 0 to 2^32 - 1. */
export class UintList {
  values: Uint32Array;
  length = 0;

  constructor(capacity = early) {
    this.values = new Uint32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.values.length) this.#reserve(1);
    this.values[this.length++] = value;
  }

  append(values: Int32Array): void {
    this.#reserve(values.length);
    this.values.set(values, this.length);
    this.length += values.length;
  }

  toInt32(): Int32Array {
    return new Int32Array(this.values.subarray(0, this.length));
  }

  #reserve(more: number): void {
    if (this.length + more <= this.values.length) return;
    const grown = new Uint32Array(Math.max(this.values.length * 2, this.length + more));
    grown.set(this.values);
    this.values = grown;
  }
}
