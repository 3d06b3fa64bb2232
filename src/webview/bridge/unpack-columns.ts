import type { PackedColumn } from '../../protocol/embedded-profile.ts';

/** The value that `packColumns` was given. Its arrays are views of the buffer. */
export function unpackColumns(packed: ArrayBuffer): unknown {
  const start = 4 + new DataView(packed).getUint32(0, true);
  const head = new TextDecoder().decode(new Uint8Array(packed, 4, start - 4));
  return JSON.parse(head, (_, part: unknown) => {
    if (!isPackedColumn(part)) return part;
    const { column, at, length } = part;
    if (column === 'f64') return new Float64Array(packed, start + at, length);
    return column === 'i32' ? new Int32Array(packed, start + at, length) : new Uint8Array(packed, start + at, length);
  });
}

const isPackedColumn = (value: unknown): value is PackedColumn =>
  typeof value === 'object' && value !== null && 'column' in value && typeof value.column === 'string' && 'at' in value && 'length' in value;
