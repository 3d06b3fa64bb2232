import type { UintList } from '../json/uint-list.ts';
import type { ByteWindow } from '../json/byte-window.ts';

const comma = 0x2c;
const zero = 0x30;
const minus = 0x2d;
/** So many digits always fit 32 bits. */
const safeDigits = 9;

/** Reads `digits,` as often as it comes: V8's own way of writing `samples`. Anything else is left to the cursor. */
export function readIds(window: ByteWindow, list: UintList): void {
  const { bytes } = window;
  let { position } = window;
  let { values, length } = list;
  for (;;) {
    let at = position;
    let value = 0;
    for (let digit = bytes[at] - zero; digit >= 0 && digit <= 9; digit = bytes[++at] - zero) value = value * 10 + digit;
    const digits = at - position;
    if (bytes[at] !== comma || digits === 0 || digits > safeDigits || (digits > 1 && bytes[position] === zero)) break;
    if (length === values.length) {
      list.grow();
      values = list.values;
    }
    values[length++] = value;
    position = at + 1;
  }
  list.length = length;
  window.position = position;
}

/** A growing column of any numbers. */
export class NumberList {
  values: Float64Array;
  length = 0;

  constructor(capacity: number) {
    this.values = new Float64Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.values.length) this.grow();
    this.values[this.length++] = value;
  }

  grow(): void {
    const grown = new Float64Array(Math.max(1024, this.values.length * 2));
    grown.set(this.values);
    this.values = grown;
  }
}

/** The same for `timeDeltas`, which may be negative. */
export function readDeltas(window: ByteWindow, list: NumberList): void {
  const { bytes } = window;
  let { position } = window;
  let { values, length } = list;
  for (;;) {
    const start = bytes[position] === minus ? position + 1 : position;
    let at = start;
    let value = 0;
    for (let digit = bytes[at] - zero; digit >= 0 && digit <= 9; digit = bytes[++at] - zero) value = value * 10 + digit;
    const digits = at - start;
    if (bytes[at] !== comma || digits === 0 || digits > safeDigits || (digits > 1 && bytes[start] === zero)) break;
    if (length === values.length) {
      list.grow();
      values = list.values;
    }
    values[length++] = start > position ? -value : value;
    position = at + 1;
  }
  list.length = length;
  window.position = position;
}
