import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export type NodeMajor = 18 | 20 | 22 | 24 | 26;

/** Everything only tests need, fetched by `scripts/fetch-test-tools.mjs` and kept between runs. */
export const testCache = (): string => process.env['FLAMELINE_TEST_CACHE'] ?? join(homedir(), '.cache', 'flameline-tests');

/** The folder of the VS Code server, see `test/host/`. */
export const hostDir = (): string => join(testCache(), 'host');

/** A folder whose `node_modules` holds the TypeScript loaders a user's project may have: tsx, ts-node, swc, esbuild-register. */
export const loadersDir = (): string => join(testCache(), 'loaders');

/** A folder whose `node_modules` holds vitest and jest. */
export const runnersDir = (): string => join(testCache(), 'runners');

/** The Node that runs a profiled program in a test. Throws when it was not fetched: a missing Node fails, it is never skipped. */
export function nodeBinary(major: NodeMajor): string {
  const file = join(testCache(), 'nodes', 'node_modules', `n${major}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(file)) throw new Error(`${file} is missing: run \`npm run fetch-test-tools\``);
  return file;
}
