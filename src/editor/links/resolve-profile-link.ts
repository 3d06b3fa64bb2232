import { stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { isOpenablePath } from '../is-openable-path.ts';
import { workspaceRoots } from '../workspace-roots.ts';

/** The file or folder that a link means, looked for from `folder` and then from each workspace folder; `null` when there is none. */
export async function resolveProfileLink(path: string, folder: string | null): Promise<string | null> {
  const bases = isAbsolute(path) ? [''] : [...(folder === null ? [] : [folder]), ...workspaceRoots()];
  for (const base of bases) {
    const target = base === '' ? path : resolve(base, path);
    if (isOpenablePath(target) && (await stat(target).then(() => true, () => false))) return target;
  }
  return null;
}
