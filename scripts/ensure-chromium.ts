// Checks that there is a browser for the embedded editor. On CI (CI=true) a missing one is installed.
import { spawnSync } from 'node:child_process';
import { findChromium, noChromiumNote } from '../test/host/find-chromium.ts';
import { hasHost } from '../test/host/host-paths.ts';

function aptGet(...args: string[]): void {
  const command = ['apt-get', '-y', ...args];
  const [program, ...rest] = process.getuid?.() === 0 ? command : ['sudo', ...command];
  spawnSync(program, rest, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

if (hasHost() && findChromium() === undefined && process.env['CI'] === 'true') {
  aptGet('update');
  aptGet('install', '--no-install-recommends', 'chromium');
}
const found = findChromium();
if (!hasHost()) console.log('Not needed: tests in an editor run in the desktop program here.');
else if (found === undefined) console.error(noChromiumNote);
else console.log(found);
process.exitCode = hasHost() && found === undefined ? 1 : 0;
