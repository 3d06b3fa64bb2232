import type { Problem } from '../../model/problem.ts';

/** Wire types of protocol buffers. */
export const wire = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;
/** A varint has at most so many bytes; of this many a sum of doubles is exact. */
const longestVarint = 10;
const exactVarint = 7;

/** Steps through the fields of one message. After `next` answered true the field is read by one of the other methods, or skipped by the next `next`. */
export class ProtoCursor {
  fault: Problem | null = null;
  /** Number and wire type of the field. */
  field = 0;
  wire = 0;
  readonly bytes: Uint8Array;
  position: number;
  readonly end: number;
  /** Where the field's content ends. */
  #next: number;

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
    this.#next = start;
  }

  /** False at the end of the message or at a fault. */
  next(): boolean {
    this.position = this.#next;
    if (this.fault !== null || this.position >= this.end) return false;
    const start = this.position;
    const tag = Number(this.#varint());
    if (this.fault !== null) return false;
    this.field = Math.floor(tag / 8);
    this.wire = tag % 8;
    if (this.field === 0 || this.field > 0x1fffffff) return this.#refuse(start, 'bad-protobuf', 'A field has no number');
    return this.#measure(start);
  }

  /** A number; beyond 2^53 the nearest one. */
  number(): number {
    return Number(this.#signed());
  }

  /** An id is told apart from others up to its last bit. */
  id(): number | bigint {
    const value = this.#varint();
    return typeof value === 'bigint' && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
  }

  /** The message in this field. */
  message(): ProtoCursor {
    return new ProtoCursor(this.bytes, this.position, this.#next);
  }

  get contentEnd(): number {
    return this.#next;
  }

  /** Each number of a repeated field, packed or not. */
  eachNumber(take: (cursor: ProtoCursor) => void): void {
    if (this.wire === wire.varint) return take(this);
    if (this.wire !== wire.bytes) return;
    const packed = this.message();
    while (packed.position < packed.end && packed.fault === null) take(packed);
    this.fault ??= packed.fault;
  }

  #measure(start: number): boolean {
    switch (this.wire) {
      case wire.varint: {
        const content = this.position;
        this.#varint();
        this.#next = this.position;
        this.position = content;
        return this.fault === null;
      }
      case wire.fixed64: return this.#span(8);
      case wire.fixed32: return this.#span(4);
      case wire.bytes: {
        const length = Number(this.#varint());
        return this.fault === null && this.#span(length);
      }
      default: return this.#refuse(start, 'bad-protobuf', 'A field has an unknown wire type');
    }
  }

  #span(length: number): boolean {
    if (length > this.end - this.position) {
      const last = this.end === this.bytes.length;
      return last ? this.#refuse(this.end, 'truncated', 'The file is cut off inside a field') : this.#refuse(this.position, 'bad-protobuf', 'A field is longer than the message it is in');
    }
    this.#next = this.position + length;
    return true;
  }

  #signed(): number | bigint {
    const value = this.#varint();
    return typeof value === 'bigint' ? BigInt.asIntN(64, value) : value;
  }

  #varint(): number | bigint {
    const { bytes, end } = this;
    const start = this.position;
    let value = 0;
    let scale = 1;
    for (let at = start; at < end && at - start < exactVarint; at++) {
      value += (bytes[at] & 0x7f) * scale;
      scale *= 128;
      if (bytes[at] >= 0x80) continue;
      this.position = at + 1;
      return value;
    }
    return this.#longVarint(start);
  }

  #longVarint(start: number): bigint {
    let value = 0n;
    for (let at = start; at < this.end && at - start < longestVarint; at++) {
      value |= BigInt(this.bytes[at] & 0x7f) << BigInt(7 * (at - start));
      if (this.bytes[at] >= 0x80) continue;
      this.position = at + 1;
      return BigInt.asUintN(64, value);
    }
    if (this.end - start < longestVarint && this.end === this.bytes.length) this.#refuse(this.end, 'truncated', 'The file is cut off inside a field');
    else this.#refuse(start, 'bad-protobuf', 'A number does not end');
    return 0n;
  }

  #refuse(byte: number, code: string, message: string): false {
    this.fault ??= { code, message, byte };
    this.position = this.#next = this.end;
    return false;
  }
}
