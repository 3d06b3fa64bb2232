import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes pieces to a file, which is there only once it is whole, or to stdout. Why it can't be written, or `null`. */
export function writeOutput(pieces: Iterable<Uint8Array>, path: string | undefined): string | null {
  if (path === undefined) {
    for (const piece of pieces) process.stdout.write(piece);
    return null;
  }
  const part = `${path}.${process.pid}.part`;
  try {
    const file = openSync(part, 'wx');
    try {
      for (const piece of pieces) writeFileSync(file, piece);
    } finally {
      closeSync(file);
    }
    renameSync(part, path);
    return null;
  } catch (error) {
    rmSync(part, { force: true });
    return `It can't be written (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'})`;
  }
}
