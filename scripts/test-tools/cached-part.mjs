import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testCache } from '../../test/helpers/test-cache.ts';

/**
 * Makes one folder of the cache unless its stamp says that it is already what is wanted. It is built beside its place
 * and moved there when whole, so a run that is stopped, or two at once, never leave a half-made one.
 * @param {string} name
 * @param {unknown} wanted what the content depends on, as JSON
 * @param {(folder: string) => Promise<void>} make
 * @returns {Promise<boolean>} whether it had to be made
 */
export async function cachedPart(name, wanted, make) {
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

/** Bytes on disk of a folder, links not followed. */
export function folderBytes(folder) {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
