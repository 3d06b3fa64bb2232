/** Zero bytes kept after the data. No JSON token holds a zero, so reading loops stop there without checking bounds. */
const slack = 64;

/** The part of a stream that is not read yet, in one piece, whatever way its chunks were cut. */
export class ByteWindow {
  bytes: Uint8Array;
  readonly #home: Uint8Array;
  /** Index of the first byte that is not read yet. */
  position = 0;
  /** Index after the last byte that has arrived. */
  limit = 0;
  /** Offset of `bytes[0]` in the stream. */
  base = 0;

  /** @param home used whenever what is not read yet fits well */
  constructor(home = new Uint8Array(1 << 18)) {
    this.bytes = this.#home = home;
  }

  /** Bytes that arrived in all. */
  get total(): number {
    return this.base + this.limit;
  }

  /** Drops what is read and takes as much of the chunk as fits; returns how many bytes. */
  append(chunk: Uint8Array, from: number): number {
    this.#compact();
    if (this.limit + slack === this.bytes.length) this.#grow();
    const count = Math.min(this.bytes.length - slack - this.limit, chunk.length - from);
    this.bytes.set(chunk.subarray(from, from + count), this.limit);
    this.limit += count;
    this.bytes.fill(0, this.limit, this.limit + slack);
    return count;
  }

  #compact(): void {
    if (this.position === 0) return;
    const unread = this.bytes.subarray(this.position, this.limit);
    if (unread.length * 2 < this.#home.length) this.bytes = this.#home;
    this.bytes.set(unread);
    this.base += this.position;
    this.limit -= this.position;
    this.position = 0;
  }

  #grow(): void {
    const grown = new Uint8Array((this.bytes.length - slack) * 2 + slack);
    grown.set(this.bytes);
    this.bytes = grown;
  }
}
