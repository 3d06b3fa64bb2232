import { spawn } from 'node:child_process';
import { npmCommand } from '../bootstrap.mjs';

/**
 * Runs npm in a folder without a word.
 * @throws what npm printed, when it fails
 */
export function runNpm(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const [file, ...first] = npmCommand();
  return new Promise((resolve, reject) => {
    const child = spawn(file, [...first, ...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm ${args.join(' ')} failed with ${code} in ${cwd}\n${output}`));
    });
  });
}
