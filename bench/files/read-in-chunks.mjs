import { closeSync, openSync, readSync } from 'node:fs';

/** Gives a file to a reader as the product does, in pieces of 256 kB; the profile it makes of it. */
export function readInChunks(file, reader) {
  const chunk = new Uint8Array(1 << 18);
  const descriptor = openSync(file, 'r');
  for (let size = readSync(descriptor, chunk); size > 0; size = readSync(descriptor, chunk)) reader.push(chunk.subarray(0, size));
  closeSync(descriptor);
  const read = reader.end();
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}
