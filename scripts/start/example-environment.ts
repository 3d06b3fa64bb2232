import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, linkSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { testCache } from '../../test/helpers/test-cache.ts';

/** The PATH without `node_modules/.bin`, which npm puts in front: a user's terminal has its own Node. */
export const withoutOurTools = (path: string): string =>
  path.split(delimiter).filter((folder) => !/[\\/]node_modules[\\/]\.bin$/.test(folder)).join(delimiter);

/** Whether a Node of this version runs TypeScript by itself, source lines kept. */
export function stripsTypes(version: string): boolean {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > 22 ? major > 23 || minor >= 6 : major === 22 && minor >= 18;
}

/** A folder outside `node_modules` (from there Flameline takes no Node) with the Node that runs this. */
function folderWithNode(): string {
  const folder = join(testCache(), `node-${process.versions.node}`);
  const file = join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(file)) return folder;
  mkdirSync(folder, { recursive: true });
  try {
    linkSync(process.execPath, file);
  } catch {
    copyFileSync(process.execPath, file); // another volume
  }
  return folder;
}

/** The environment in which the examples are shown: the user's, with a Node that runs TypeScript where theirs is too old for it. */
export function exampleEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const path = withoutOurTools(env['PATH'] ?? '');
  const { stdout } = spawnSync('node', ['--version'], { encoding: 'utf8', env: { ...env, PATH: path } });
  const version = stdout.trim();
  if (stripsTypes(version)) return { ...env, PATH: path };
  console.log(`Your Node ${version || '(none on the PATH)'} can't run TypeScript by itself, so the examples run on ${process.version} from this project.`);
  return { ...env, PATH: `${folderWithNode()}${delimiter}${path}` };
}
