/** A column whose length is not known yet. */
export class GrowingColumn<Values extends Int32Array | Float64Array> {
  length = 0;
  #values: Values;
  readonly #make: (length: number) => Values;

  /** @param make a column of so many zeros */
  constructor(make: (length: number) => Values) {
    this.#make = make;
    this.#values = make(32);
  }

  push(value: number): void {
    if (this.length === this.#values.length) this.#grow();
    this.#values[this.length++] = value;
  }

  at(row: number): number {
    return this.#values[row];
  }

  add(row: number, value: number): void {
    this.#values[row] += value;
  }

  /** A copy of its rows. */
  toColumn(): Values {
    const column = this.#make(this.length);
    column.set(this.#values.subarray(0, this.length));
    return column;
  }

  #grow(): void {
    const values = this.#make(this.#values.length * 2);
    values.set(this.#values);
    this.#values = values;
  }
}

export const growingInts = (): GrowingColumn<Int32Array> => new GrowingColumn((length) => new Int32Array(length));
export const growingFloats = (): GrowingColumn<Float64Array> => new GrowingColumn((length) => new Float64Array(length));
