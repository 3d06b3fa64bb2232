// Runs the benchmarks of bench/ one after the other: npm run bench [-- names…]. Ratios, within one run; nothing here is a test.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';

const folder = join(root, 'bench');
/** A file that a benchmark starts itself says so in its name. */
const names = readdirSync(folder).filter((name) => name.endsWith('.mjs') && !name.endsWith('-child.mjs')).map((name) => name.slice(0, -4));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. There are: ${names.join(' ')}.`);
  process.exit(2);
}
const run = (...args: string[]): boolean => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
if (!run('esbuild.config.mjs') || !run('scripts/fetch-test-tools.ts', 'nodes', 'loaders', 'host')) process.exit(1);
for (const name of names.filter((one) => asked.length === 0 || asked.includes(one))) {
  const file = join(folder, `${name}.mjs`);
  console.log(`\n── ${name} ── ${readFileSync(file, 'utf8').split('\n')[0].replace('// ', '')}\n`);
  if (!run(file)) process.exitCode = 1;
}
