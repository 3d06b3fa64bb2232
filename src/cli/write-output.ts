import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes pieces to a file, which is there only once it is whole, or to stdout. Why it can't be written, or `null`. */
export function writeOutput(pieces: Iterable<Uint8Array>, path: string | undefined): string | null {
  if (path === undefined) {
    for (const piece of pieces) process.stdout.write(piece);
    return null;
  }
  const part = `${path}.${process.pid}.part`;
  try {
    writeWhole(openSync(part, 'wx'), pieces, part);
    renamePart(part, path);
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return `It can't be written: ${reasons.get(code) ?? code}`;
  }
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'its folder does not exist'],
  ['ENOTDIR', 'its folder is a file'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'permission is denied'],
  ['ENOSPC', 'the disk is full'],
]);

/** A part that was not finished is taken away; one that was there before is not ours. */
function writeWhole(file: number, pieces: Iterable<Uint8Array>, part: string): void {
  try {
    for (const piece of pieces) writeFileSync(file, piece);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

function renamePart(part: string, path: string): void {
  try {
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
