const replacement = 0xfffd;
/** Arguments a call takes safely. */
const batch = 4096;

/**
 * UTF-8 to text. Lone surrogates, which JSON may hold as `\ud800`, come as their three-byte form (WTF-8) and are kept;
 * bytes that are no UTF-8 become U+FFFD.
 */
export function decodeText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; ) {
    const from = at;
    while (at < end && at - from < batch && bytes[at] < 0x80) at++;
    text += String.fromCharCode(...bytes.subarray(from, at));
    if (at === end || bytes[at] < 0x80) continue;
    const size = sequenceLength(bytes, at, end);
    text += String.fromCodePoint(size === 0 ? replacement : codePoint(bytes, at, size));
    at += Math.max(1, size);
  }
  return text;
}

/** The same for bytes below 128 only, without looking at each. */
export function decodeAscii(bytes: Uint8Array, end: number): string {
  let text = '';
  for (let at = 0; at < end; at += batch) text += String.fromCharCode(...bytes.subarray(at, Math.min(end, at + batch)));
  return text;
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
