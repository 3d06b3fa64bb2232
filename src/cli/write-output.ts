import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Writes pieces to a file, which is there only once it is whole, or to stdout. Why it can't be written, or `null`. */
export async function writeOutput(pieces: Iterable<Uint8Array>, path: string | undefined): Promise<string | null> {
  if (path === undefined) {
    for (const piece of pieces) process.stdout.write(piece);
    return null;
  }
  try {
    await writeWhole(pieces, path);
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

/** Beside its place, then there. A part that was not finished is taken away; one that was there before is not ours. */
async function writeWhole(pieces: Iterable<Uint8Array>, path: string): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  const rest = pieces[Symbol.iterator]();
  // It may be all there is and take long: until then a signal ends the process at once.
  const first = rest.next();
  const file = openSync(part, 'wx');
  const leaveSignals = dieClean(part);
  try {
    await writePieces(file, first, rest);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  } finally {
    leaveSignals();
  }
}

async function writePieces(file: number, first: IteratorResult<Uint8Array>, rest: Iterator<Uint8Array>): Promise<void> {
  try {
    for (let piece = first; !piece.done; piece = rest.next()) {
      writeFileSync(file, piece.value);
      // A signal is heard only between two turns.
      await turn();
    }
  } finally {
    closeSync(file);
  }
}

/** A signal still ends the process, only without leaving its part behind. */
function dieClean(part: string): () => void {
  const die = (signal: NodeJS.Signals): void => {
    rmSync(part, { force: true });
    leave();
    process.kill(process.pid, signal);
  };
  const leave = (): void => {
    for (const signal of signals) process.off(signal, die);
  };
  for (const signal of signals) process.on(signal, die);
  return leave;
}
