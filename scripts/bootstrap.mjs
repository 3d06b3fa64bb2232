// @ts-check
// What runs before anything is installed, on the user's own Node (20 or later): plain JavaScript without dependencies.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const binFolder = join(root, 'node_modules', '.bin');
/** The Node that runs our scripts and tests: it strips types, so nothing has to be compiled first. */
const packagedNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const stripsTypes = () => Number(process.versions.node.split('.')[0]) >= 24;

/**
 * How to start npm without a shell: its own script on the Node it came with, `npm` where that can't be found.
 * @returns {[string, ...string[]]}
 */
export function npmCommand() {
  const node = process.env.npm_node_execpath ?? process.execPath;
  const script = [
    process.env.npm_execpath,
    join(dirname(node), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(node), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((file) => file?.endsWith('npm-cli.js') && existsSync(file));
  return script ? [node, script] : ['npm'];
}

/**
 * @param {[string, ...string[]]} command
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} the exit code; a signal counts as 1
 */
function run([file, ...args], env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, env, stdio: 'inherit' });
    // Ctrl-C reaches the child by itself, the others have to be handed on; this process stays until the child has cleaned up.
    process.on('SIGINT', () => undefined);
    for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
const lockedPackages = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {});

/** Whether npm's record of what it installed has every package that the lock file names. */
function isInstalled() {
  const installed = lockedPackages(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(lockedPackages(join(root, 'package-lock.json'))).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

/** Runs `npm ci` unless what is installed is what `package-lock.json` asks for. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.log('Installing what package-lock.json names …');
  const code = await run([...npmCommand(), 'ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    console.error('npm ci failed. It needs the npm registry, and on Windows no other program that uses node_modules.');
    process.exit(code);
  }
}

/**
 * Runs a script of this folder on the Node that strips types, with the project's programs on the PATH.
 * @param {string} script
 * @param {string[]} args
 */
export async function runOnDevNode(script, args) {
  const node = existsSync(packagedNode) ? packagedNode : process.execPath;
  if (node === process.execPath && !stripsTypes()) {
    const why = existsSync(join(root, 'node_modules', 'node'))
      ? 'npm did not run the install script of its package (is ignore-scripts on?); `npm rebuild node` does'
      : `no package carries it for ${process.platform}-${process.arch}`;
    console.error(`The scripts need Node 24, this is ${process.version}: ${why}.`);
    process.exit(1);
  }
  const env = { ...process.env, PATH: `${binFolder}${delimiter}${process.env.PATH ?? ''}` };
  process.exitCode = await run([node, join(root, 'scripts', script), ...args], env);
}
