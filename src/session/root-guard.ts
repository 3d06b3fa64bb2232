import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isInside, isLocalPath, type PathStyle } from '../core/model/paths.ts';

export const nativeStyle: PathStyle = process.platform === 'win32' ? 'win32' : 'posix';

/** Says whether a path lies below one of the roots once every link on its way is followed. */
export interface RootGuard {
  /** The real path to open; `null` when it is outside, no local path, or its links can't be followed. */
  resolve(path: string): string | null;
}

const realpath = (path: string): string | null => {
  try {
    return realpathSync.native(path);
  } catch {
    return null;
  }
};

/** A file that is gone is judged by the nearest folder that is there. Folders are looked up once. */
const createRealFolder = (): ((folder: string) => string | null) => {
  const known = new Map<string, string | null>();
  return (folder) => {
    const missing: string[] = [];
    let at = folder;
    while (!known.has(at)) {
      const real = realpath(at);
      if (real !== null || dirname(at) === at) known.set(at, real);
      else {
        missing.unshift(basename(at));
        at = dirname(at);
      }
    }
    const base = known.get(at) ?? null;
    return base === null ? null : join(base, ...missing);
  };
};

export const createRootGuard = (roots: readonly string[]): RootGuard => {
  const real = roots.map(realpath).filter((root) => root !== null);
  const realFolder = createRealFolder();
  return {
    resolve(path) {
      if (!isLocalPath(path, nativeStyle)) return null;
      const folder = realFolder(dirname(path));
      const target = realpath(path) ?? (folder === null ? null : join(folder, basename(path)));
      return target !== null && real.some((root) => isInside(root, target, nativeStyle)) ? target : null;
    },
  };
};
