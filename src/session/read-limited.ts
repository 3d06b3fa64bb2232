import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/** Scripts and maps past this are not read, bytes. The TypeScript compiler is 9 MB, the largest bundles' maps some 50 MB. */
export const readLimit = 64_000_000;

export type LimitedRead = { readonly ok: true; readonly bytes: Buffer; readonly modifiedMs: number } | { readonly ok: false; readonly reason: string };

const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'it does not exist';
  return code === 'EACCES' || code === 'EPERM' ? 'access to it is denied' : `it could not be read (${String(code)})`;
};

/** Reads a regular file up to the limit; never waits for a pipe or a device. */
export const readLimited = (path: string, limit = readLimit): LimitedRead => {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const { size, mtimeMs } = fstatSync(file);
    if (!fstatSync(file).isFile()) return { ok: false, reason: 'it is no file' };
    if (size > limit) return { ok: false, reason: `it is larger than ${limit / 1_000_000} MB` };
    return { ok: true, bytes: readFileSync(file), modifiedMs: mtimeMs };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
};
