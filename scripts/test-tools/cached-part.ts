import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testCache } from '../../test/helpers/test-cache.ts';

/**
 * Makes one folder of the cache unless its stamp says that it already is what is wanted. It is built beside its place
 * and moved there when whole, so a run that is stopped, or two at once, never leave a half-made one.
 * @param wanted what the content depends on, as JSON
 * @returns whether it had to be made
 */
export async function cachedPart(name: string, wanted: unknown, make: (folder: string) => Promise<void>): Promise<boolean> {
  const folder = join(testCache(), name);
  const stamp = JSON.stringify(wanted);
  const isThere = () => existsSync(join(folder, 'stamp.json')) && readFileSync(join(folder, 'stamp.json'), 'utf8') === stamp;
  if (isThere()) return false;
  const draft = join(testCache(), `.${name}-${process.pid}`);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  try {
    await make(draft);
    writeFileSync(join(draft, 'stamp.json'), stamp);
    if (!isThere()) {
      rmSync(folder, { recursive: true, force: true });
      renameSync(draft, folder);
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return true;
}

/** Bytes of a folder's files, links not followed. */
export function folderBytes(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
