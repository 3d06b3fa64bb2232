/** Files of other kinds, by how they begin. */
const beginnings: readonly (readonly [bytes: readonly number[], sentence: string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'This is a PNG image, not a profile'],
  [[0x1f, 0x8b], 'This is a gzip file inside another; unpack it first'],
  [[0x50, 0x4b, 0x03, 0x04], 'This is a ZIP archive, not a profile'],
  [[0xff, 0xfe], 'This file is UTF-16 text; save it as UTF-8'],
  [[0xfe, 0xff], 'This file is UTF-16 text; save it as UTF-8'],
  [[0x7b, 0x00], 'This file is UTF-16 text; save it as UTF-8'],
  [[0x00, 0x7b], 'This file is UTF-16 text; save it as UTF-8'],
];

/** What a file that is no profile seems to be; `null` when that can't be told. */
export function describeBeginning(head: Uint8Array): string | null {
  for (const [beginning, sentence] of beginnings) if (beginning.every((byte, at) => head[at] === byte)) return sentence;
  return null;
}
