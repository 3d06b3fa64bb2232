import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedPart } from './cached-part.ts';
import { runNpm } from './run-npm.ts';
import { runnerVersions } from './versions.ts';

/** Fetches the test runners whose workers and children are recorded. What they ship as binaries needs no install script. */
export function fetchRunners(): Promise<boolean> {
  return cachedPart('runners', runnerVersions, async (folder) => {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'runners', private: true, dependencies: runnerVersions }));
    await runNpm(folder, ['install', '--ignore-scripts']);
  });
}
