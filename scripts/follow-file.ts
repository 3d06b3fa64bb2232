import { closeSync, openSync, readSync, unwatchFile, watchFile } from 'node:fs';

/**
 * Copies what another process appends to a file to our standard output, as it comes.
 * @returns ends it, after the last bytes
 */
export function followFile(file: string): () => void {
  const descriptor = openSync(file, 'r');
  const buffer = Buffer.alloc(65_536);
  const copy = () => {
    for (let size = readSync(descriptor, buffer); size > 0; size = readSync(descriptor, buffer)) process.stdout.write(buffer.subarray(0, size));
  };
  watchFile(file, { interval: 200 }, copy);
  return () => {
    unwatchFile(file, copy);
    copy();
    closeSync(descriptor);
  };
}
