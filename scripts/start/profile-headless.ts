import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { root } from '../bootstrap.mjs';
import { exampleEnvironment } from './example-environment.ts';

/**
 * Profiles a file with the built command line.
 * @param file as the user typed it, relative to where npm was called
 * @param args further arguments of `flameline profile`
 * @returns the exit code
 */
export function profileHeadless(file: string, args: readonly string[]): number {
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  const cli = join(root, 'dist', 'cli.cjs');
  const env = exampleEnvironment(process.env);
  // Ctrl-C goes to the command line, which then prints what was recorded so far.
  process.on('SIGINT', () => undefined);
  const { status } = spawnSync(process.execPath, [cli, 'profile', resolve(cwd, file), ...args], { cwd, stdio: 'inherit', env });
  return status ?? 1;
}
