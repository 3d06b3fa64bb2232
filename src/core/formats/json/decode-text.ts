const replacement = 0xfffd;
/** Arguments a call takes safely. */
const batch = 4096;

/**
 * UTF-8 to text. Lone surrogates, which JSON may hold as `\ud800`, come as their three-byte form (WTF-8) and are kept;
 * bytes that are no UTF-8 become U+FFFD.
 */
export function decodeText(bytes: Uint8Array, start: number, end: number): string {
  const units = new Uint16Array(Math.min(batch, end - start + 1));
  let text = '';
  let count = 0;
  for (let at = start; at < end; ) {
    const size = sequenceLength(bytes, at, end);
    const point = size === 0 ? replacement : codePoint(bytes, at, size);
    at += Math.max(1, size);
    if (point > 0xffff) units[count++] = 0xd7c0 + (point >> 10);
    units[count++] = point > 0xffff ? 0xdc00 | (point & 0x3ff) : point;
    if (count < units.length - 1) continue;
    text += String.fromCharCode.apply(null, Array.from(units.subarray(0, count)));
    count = 0;
  }
  return text + String.fromCharCode.apply(null, Array.from(units.subarray(0, count)));
}

/** 0 if no whole and shortest sequence starts here. */
function sequenceLength(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at];
  if (lead < 0x80) return 1;
  const size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || at + size > end) return 0;
  for (let next = at + 1; next < at + size; next++) if ((bytes[next] & 0xc0) !== 0x80) return 0;
  const point = codePoint(bytes, at, size);
  const shortest = size === 4 ? point > 0xffff && point < 0x110000 : size < 3 || point > 0x7ff;
  return shortest ? size : 0;
}

function codePoint(bytes: Uint8Array, at: number, size: number): number {
  if (size === 1) return bytes[at];
  let point = bytes[at] & (0xff >> (size + 1));
  for (let next = at + 1; next < at + size; next++) point = (point << 6) | (bytes[next] & 0x3f);
  return point;
}
