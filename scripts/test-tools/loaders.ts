import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedPart } from './cached-part.ts';
import { runNpm } from './run-npm.ts';
import { loaderVersions } from './versions.ts';

/** Fetches the TypeScript loaders a user's project may have. Their binaries ship in packages, so no install script has to run. */
export function fetchLoaders(): Promise<boolean> {
  return cachedPart('loaders', loaderVersions, async (folder) => {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'loaders', private: true, dependencies: loaderVersions }));
    await runNpm(folder, ['install', '--ignore-scripts']);
  });
}
