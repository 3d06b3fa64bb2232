#!/usr/bin/env node
// Stands in for the desktop program `code` where there is none: understands what @vscode/test-electron asks of it, runs
// that in the embedded host and exits with the tests' result (0 passed, 1 failed, 3 no result).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostDir } from '../helpers/test-cache.ts';
import { openWorkbench } from './open-workbench.ts';
import { quietSettings } from './quiet-settings.ts';
import { startServer } from './start-server.ts';

const timeoutMs = 300_000;
const noResult = 3;

const flag = (name: string) => process.argv.find((value) => value.startsWith(`--${name}=`))?.slice(name.length + 3);
const extension = flag('extensionDevelopmentPath');
const tests = flag('extensionTestsPath');
const folder = process.argv.slice(2).find((value) => !value.startsWith('-'));
if (extension === undefined || tests === undefined || folder === undefined) {
  console.error('A folder, --extensionDevelopmentPath= and --extensionTestsPath= are needed.');
  process.exit(2);
}

const dataDir = mkdtempSync(join(tmpdir(), 'fl-host-'));
const home = { HOME: dataDir };
const server = await startServer({ hostDir: hostDir(), dataDir, settings: quietSettings, env: home });
let code = noResult;
try {
  let finish: (code: number) => void = () => undefined;
  const finished = new Promise<number>((done) => (finish = done));
  const workbench = await openWorkbench({ server, folder, extension, tests, onExit: finish });
  const timer = setTimeout(() => {
    console.error(`No result within ${timeoutMs / 1000} s, see ${join(dataDir, 'timeout.png')}.`);
    void workbench.page.screenshot({ path: join(dataDir, 'timeout.png') }).finally(() => finish(noResult));
  }, timeoutMs);
  code = await Promise.race([finished, server.exited.then(() => noResult)]);
  clearTimeout(timer);
  for (const error of workbench.errors) console.error(`[page] ${error}`);
  await workbench.close();
} finally {
  await server.stop();
  if (code === 0) rmSync(dataDir, { recursive: true, force: true });
  else console.error(`The host's data and logs are in ${dataDir}.`);
}
process.exit(code);
