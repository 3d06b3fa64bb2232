import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedPart } from './cached-part.ts';
import { runNpm } from './run-npm.ts';
import { nodeVersions } from './versions.ts';

/** The npm package that carries Node's binary for a platform. */
export function nodePackage(platform: string, arch: string): string {
  const os = platform === 'win32' ? 'win' : platform;
  return `${os === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node'}-${os}-${arch}`;
}

/** Of each package of 150 MB only the binary is kept: headers and manuals are half of it. */
function keepBinaryOnly(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name !== 'bin' && name !== 'package.json' && name !== 'LICENSE') rmSync(join(folder, name), { recursive: true });
  }
}

/** Fetches every Node that the probe has to work on into `nodes/node_modules/n<major>`. */
export function fetchNodes(): Promise<boolean> {
  const name = nodePackage(process.platform, process.arch);
  const dependencies = Object.fromEntries(Object.entries(nodeVersions(process.platform, process.arch)).map(([major, version]) => [`n${major}`, `npm:${name}@${version}`]));
  return cachedPart('nodes', dependencies, async (folder) => {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
    await runNpm(folder, ['install', '--ignore-scripts']);
    for (const alias of Object.keys(dependencies)) keepBinaryOnly(join(folder, 'node_modules', alias));
  });
}
