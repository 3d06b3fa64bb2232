/** UTF-8 of a text; a lone surrogate becomes its three-byte form, as the readers take it. */
export function encodeText(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0;
    if (point > 0xffff) at++;
    const size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    bytes[length] = size === 1 ? point : ((0xf00 >> size) & 0xff) | (point >> (6 * (size - 1)));
    for (let next = 1; next < size; next++) bytes[length + next] = 0x80 | ((point >> (6 * (size - 1 - next))) & 0x3f);
    length += size;
  }
  return bytes.subarray(0, length);
}
