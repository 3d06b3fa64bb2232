import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { bundlePath } from '../bundles.ts';
import { createRootGuard } from '../root-guard.ts';

/** Where programs of this user keep what they can make again; `null` when nothing says where that is. */
export const userFactsFolder = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string | null => {
  const home = homedir();
  const inHome = platform === 'darwin' ? join(home, 'Library', 'Caches') : platform === 'win32' ? env.LOCALAPPDATA : (env.XDG_CACHE_HOME ?? join(home, '.cache'));
  return inHome !== undefined && isAbsolute(inHome) ? join(inHome, 'flameline', 'facts') : null;
};

/** The pack of a project; `null` for a folder inside it: what a repository brings along could hide findings. */
export const packPath = (factsFolder: string, root: string): string | null =>
  createRootGuard([root]).resolve(factsFolder) === null ? join(factsFolder, `${createHash('sha256').update(root).digest('hex').slice(0, 32)}.facts`) : null;

/** Changes with everything facts and findings depend on beside the project: the scanner itself and what parses. */
export const scannerVersion = (): string | null => {
  try {
    const hash = createHash('sha256').update(readFileSync(bundlePath('scan.cjs')));
    for (const name of ['oxc.cjs', 'oxc.wasm', 'scslre.cjs', 'estree.cjs', 'typescript.cjs'] as const) hash.update(`${name} ${statSync(bundlePath(name)).size}`);
    return hash.digest('hex').slice(0, 32);
  } catch {
    return null;
  }
};
