import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** npm's own script beside a Node, so that it runs without a shell on Windows too. */
function npmScript() {
  const node = dirname(process.env.npm_node_execpath ?? process.execPath);
  const candidates = [
    process.env.npm_execpath,
    join(node, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(node, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  return candidates.find((file) => file?.endsWith('npm-cli.js') && existsSync(file));
}

/**
 * Runs npm in a folder; rejects when it fails, with what it printed.
 * @param {string} cwd
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<void>}
 */
export function runNpm(cwd, args, env = process.env) {
  const script = npmScript();
  const quiet = [...args, '--no-audit', '--no-fund', '--loglevel=error'];
  const [file, argv] = script ? [process.env.npm_node_execpath ?? process.execPath, [script, ...quiet]] : ['npm', quiet];
  return new Promise((resolve, reject) => {
    const child = spawn(file, argv, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm ${args.join(' ')} failed with ${code} in ${cwd}\n${output}`));
    });
  });
}
