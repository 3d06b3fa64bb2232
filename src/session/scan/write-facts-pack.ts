import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { hashPart, headLength, type PackedPart, type PackIndex } from './facts-pack.ts';
import type { SourceFile } from './scan-source.ts';

/** What the next scan may take over. */
export interface PackContent {
  readonly files: Iterable<readonly [path: string, source: SourceFile, facts: Uint8Array | null]>;
  readonly results: Iterable<readonly [key: string, bytes: Uint8Array]>;
}

/** Packs that were not written for so long go, milliseconds. */
const keptMs = 30 * 24 * 3600_000;
/** A pack that was never finished, milliseconds. */
const unfinishedMs = 3600_000;
/** Most bytes of all packs; the oldest go first. */
const mostBytes = 500_000_000;

/** Writes in the order of the file; the head follows when the index' place is known. */
class PackWriter {
  readonly #file: number;
  #at = headLength;

  constructor(file: number) {
    this.#file = file;
    writeSync(file, Buffer.alloc(headLength, ' '), 0, headLength, 0);
  }

  part(bytes: Uint8Array): PackedPart {
    const offset = this.#at;
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done, bytes.length - done, offset + done);
    this.#at += bytes.length;
    return [offset, bytes.length, hashPart(bytes)];
  }

  head(version: string, index: PackedPart): void {
    const bytes = Buffer.from(JSON.stringify({ flameline: version, index }));
    writeSync(this.#file, bytes, 0, bytes.length, 0);
  }
}

const writeAll = (file: number, version: string, { files, results }: PackContent): void => {
  const writer = new PackWriter(file);
  const index: { [Part in keyof PackIndex]: unknown[] } = { files: [], results: [] };
  for (const [path, source, facts] of files) index.files.push([path, { source, facts: facts && writer.part(facts) }]);
  for (const [key, bytes] of results) index.results.push([key, writer.part(bytes)]);
  writer.head(version, writer.part(deflateRawSync(JSON.stringify(index), { level: 1 })));
};

const prune = (folder: string, now: number): void => {
  const packs = readdirSync(folder).filter((name) => /^[0-9a-f]{32}\.facts(?:\.[0-9a-f]+)?$/.test(name)).map((name) => ({ path: join(folder, name), unfinished: !name.endsWith('.facts'), ...pick(join(folder, name)) }));
  let total = 0;
  for (const { path, unfinished, mtimeMs, size } of packs.toSorted((a, b) => b.mtimeMs - a.mtimeMs)) {
    total += size;
    if (now - mtimeMs > (unfinished ? unfinishedMs : keptMs) || total > mostBytes) rmSync(path, { force: true });
  }
};

const pick = (path: string): { readonly mtimeMs: number; readonly size: number } => {
  const { mtimeMs, size } = statSync(path);
  return { mtimeMs, size };
};

/**
 * Replaces a pack in one step, so that a second process sees the old or the new one. A disk that is full or can't be written
 * to is no error: the next scan is cold.
 */
export const writeFactsPack = (path: string, version: string, content: PackContent, release: () => void): void => {
  const unfinished = `${path}.${randomBytes(8).toString('hex')}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const file = openSync(unfinished, 'wx', 0o600);
    try {
      writeAll(file, version, content);
    } finally {
      closeSync(file);
    }
    release();
    renameSync(unfinished, path);
    prune(dirname(path), Date.now());
  } catch {
    discard(unfinished);
  }
};

const discard = (path: string): void => {
  try {
    rmSync(path, { force: true });
  } catch {
    // Its folder is none: nothing was written.
  }
};
