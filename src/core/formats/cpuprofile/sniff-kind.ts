/** Files that are not JSON at all, by how they begin. */
const beginnings: readonly (readonly [bytes: readonly number[], sentence: string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'This is a PNG image, not a CPU profile'],
  [[0x1f, 0x8b], 'This file is gzip-compressed, not a CPU profile; unpack it first'],
  [[0x50, 0x4b, 0x03, 0x04], 'This is a ZIP archive, not a CPU profile'],
  [[0xff, 0xfe], 'This file is UTF-16 text; save it as UTF-8'],
  [[0xfe, 0xff], 'This file is UTF-16 text; save it as UTF-8'],
  [[0x7b, 0x00], 'This file is UTF-16 text; save it as UTF-8'],
  [[0x00, 0x7b], 'This file is UTF-16 text; save it as UTF-8'],
  [[0x3c], 'This is HTML or XML, not a CPU profile'],
  [[0x5b], 'This is a JSON array, as traces are, not a CPU profile'],
];

/** A sentence for a file whose first bytes are no JSON object. */
export function describeBeginning(bytes: Uint8Array): string {
  for (const [beginning, sentence] of beginnings) {
    if (beginning.every((byte, at) => bytes[at] === byte)) return sentence;
  }
  return 'This is not a CPU profile: one is JSON text that begins with "{"';
}

/** Other files of JSON objects, by a key that only they have at the top. */
const kinds: ReadonlyMap<string, string> = new Map([
  ['snapshot', 'This is a heap snapshot (.heapsnapshot), not a CPU profile'],
  ['head', 'This is a heap profile (.heapprofile) or a CPU profile older than Node.js 8, which has no flat list of nodes'],
  ['traceEvents', 'This is a trace of events, not a CPU profile'],
  ['mappings', 'This is a source map, not a CPU profile'],
  ['$schema', 'This is a JSON document with a schema, such as a speedscope file, not a CPU profile'],
]);

export const describeKey = (key: string): string | undefined => kinds.get(key);
