import type { PackedColumn } from '../protocol/embedded-profile.ts';

/** Columns begin at a multiple of this, bytes, as the widest of them needs. */
const alignment = 8;

/**
 * A value of plain objects, texts, numbers and typed arrays as bytes: the length of the head as 4 bytes (little endian), the head (JSON,
 * with a `PackedColumn` for each array, filled up with blanks), then the bytes of the arrays. For data of our own making, not for files of others.
 */
export function packColumns(value: unknown): Uint8Array<ArrayBuffer> {
  const columns: { readonly bytes: Uint8Array; readonly at: number }[] = [];
  let size = 0;
  const keep = (column: PackedColumn['column'], array: Int32Array | Float64Array | Uint8Array): PackedColumn => {
    const at = size;
    columns.push({ bytes: new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at });
    size = align(at + array.byteLength);
    return { column, at, length: array.length };
  };
  const json = JSON.stringify(value, (_, part: unknown) => {
    if (part instanceof Int32Array) return keep('i32', part);
    if (part instanceof Float64Array) return keep('f64', part);
    return part instanceof Uint8Array ? keep('u8', part) : part;
  });
  const head = new TextEncoder().encode(json);
  const start = align(4 + head.length);
  const packed = new Uint8Array(start + size).fill(0x20, 4, start);
  new DataView(packed.buffer).setUint32(0, start - 4, true);
  packed.set(head, 4);
  for (const { bytes, at } of columns) packed.set(bytes, start + at);
  return packed;
}

const align = (at: number): number => Math.ceil(at / alignment) * alignment;
