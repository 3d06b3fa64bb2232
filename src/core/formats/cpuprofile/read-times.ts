import type { Durations } from '../../model/profile.ts';
import type { UintList } from '../json/uint-list.ts';
import type { ReadState } from './read-state.ts';

/** Reads `digits,` as often as it comes: V8's own way of writing `samples`. Anything else is left to the cursor. */
export function readIds(state: ReadState, list: UintList): void {
  list.append(readNumbers(state, false));
}

/** The same for `timeDeltas`, which may be negative. */
export function readDeltas(state: ReadState, list: NumberList): void {
  list.append(readNumbers(state, true));
}

/** Moves `window.position` behind the last number that has a `,` after it. */
function readNumbers({ window, kernel }: ReadState, signed: boolean): Int32Array {
  if (window.bytes !== kernel.input) return new Int32Array(0);
  const base = kernel.does.inputAt.value;
  window.position = kernel.does.readNumbers(base + window.position, base + window.limit, signed) - base;
  return kernel.column(kernel.does.numbersAt, kernel.does.countNumbers());
}

/** A growing column of numbers, narrow as long as they are whole and of 32 bits. */
export class NumberList {
  values: Durations;
  length = 0;

  constructor(capacity: number) {
    this.values = new Int32Array(capacity);
  }

  push(value: number): void {
    if (value !== (value | 0) && this.values instanceof Int32Array) this.values = new Float64Array(this.values);
    if (this.length === this.values.length) this.#reserve(1);
    this.values[this.length++] = value;
  }

  append(values: Int32Array): void {
    this.#reserve(values.length);
    this.values.set(values, this.length);
    this.length += values.length;
  }

  #reserve(more: number): void {
    if (this.length + more <= this.values.length) return;
    const capacity = Math.max(1024, this.values.length * 2, this.length + more);
    const grown = this.values instanceof Int32Array ? new Int32Array(capacity) : new Float64Array(capacity);
    grown.set(this.values);
    this.values = grown;
  }
}
