import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testCache } from '../../test/helpers/test-cache.ts';
import { cachedPart } from './cached-part.ts';
import { runNpm } from './run-npm.ts';
import { peerVersions } from './versions.ts';

/** A folder whose `node_modules` holds what benchmarks measure us against, and large programs to profile. */
export const peersDir = (): string => join(testCache(), 'peers');

/** For benchmarks only, so `fetch-test-tools` leaves it out: 100 MB. */
export function fetchPeers(): Promise<boolean> {
  return cachedPart('peers', peerVersions, async (folder) => {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'peers', private: true, dependencies: peerVersions }));
    await runNpm(folder, ['install', '--ignore-scripts']);
  });
}
