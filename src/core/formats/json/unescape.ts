const backslash = 0x5c;
const simple: ReadonlyMap<number, number> = new Map([
  [0x22, 0x22], [0x5c, 0x5c], [0x2f, 0x2f], [0x62, 0x08], [0x66, 0x0c], [0x6e, 0x0a], [0x72, 0x0d], [0x74, 0x09],
]);

/** The bytes of a JSON string with its escapes undone, or `badAt`: the index of an escape that JSON does not know. */
export type Unescaped = { readonly bytes: Uint8Array } | { readonly badAt: number };

/** A lone surrogate becomes its three-byte form (WTF-8), a pair the usual four bytes. Never longer than the source. */
export function unescape(bytes: Uint8Array, start: number, end: number): Unescaped {
  const out = new Uint8Array(end - start);
  let length = 0;
  for (let at = start; at < end; ) {
    if (bytes[at] !== backslash) {
      out[length++] = bytes[at++];
      continue;
    }
    const point = escapedPoint(bytes, at, end);
    if (point < 0) return { badAt: at };
    length = writePoint(out, length, point);
    at += bytes[at + 1] !== 0x75 ? 2 : point > 0xffff ? 12 : 6;
  }
  return { bytes: out.subarray(0, length) };
}

function escapedPoint(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at + 1] !== 0x75) return simple.get(bytes[at + 1]) ?? -1;
  const high = hexUnit(bytes, at + 2, end);
  if (high < 0xd800 || high > 0xdbff || bytes[at + 6] !== backslash || bytes[at + 7] !== 0x75) return high;
  const low = hexUnit(bytes, at + 8, end);
  return low < 0xdc00 || low > 0xdfff ? high : 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
}

function hexUnit(bytes: Uint8Array, start: number, end: number): number {
  if (start + 4 > end) return -1;
  let unit = 0;
  for (let at = start; at < start + 4; at++) {
    const lower = bytes[at] | 0x20;
    const digit = bytes[at] >= 0x30 && bytes[at] <= 0x39 ? bytes[at] - 0x30 : lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

function writePoint(out: Uint8Array, length: number, point: number): number {
  if (point < 0x80) {
    out[length] = point;
    return length + 1;
  }
  const size = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  for (let next = size - 1, rest = point; next >= 0; next--, rest >>= 6) {
    out[length + next] = next === 0 ? (0xf00 >> size) & 0xff | rest : 0x80 | (rest & 0x3f);
  }
  return length + size;
}
