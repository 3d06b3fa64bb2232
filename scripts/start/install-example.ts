import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand } from '../bootstrap.mjs';

/** Installs what an example needs to run, once. Without it the other examples work all the same, so a failure is only told. */
export function installExample(folder: string): void {
  if (existsSync(join(folder, 'node_modules')) || !existsSync(join(folder, 'package-lock.json'))) return;
  console.log(`Installing what ${folder} needs …`);
  const [file, ...first] = npmCommand();
  const { status } = spawnSync(file, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) console.error(`npm ci failed in ${folder}: this example will not run.`);
}
