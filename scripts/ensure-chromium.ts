// Checks that there is a browser for the tests of pages. On CI (CI=true) on Linux a missing one is installed.
import { spawnSync } from 'node:child_process';
import { findChromium, noChromiumNote } from '../test/host/find-chromium.ts';

function aptGet(...args: string[]): void {
  const command = ['apt-get', '-y', ...args];
  const [program, ...rest] = process.getuid?.() === 0 ? command : ['sudo', ...command];
  spawnSync(program, rest, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

if (findChromium() === undefined && process.platform === 'linux' && process.env['CI'] === 'true') {
  aptGet('update');
  aptGet('install', '--no-install-recommends', 'chromium');
}
const found = findChromium();
if (found === undefined) console.error(noChromiumNote);
else console.log(found);
process.exitCode = found === undefined ? 1 : 0;
