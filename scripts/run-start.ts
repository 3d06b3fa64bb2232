// What `npm start` does once everything is installed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { hasHost } from '../test/host/host-paths.ts';
import { root } from './bootstrap.mjs';
import { exampleEnvironment } from './start/example-environment.ts';
import { findCode } from './start/find-code.ts';
import { installExample } from './start/install-example.ts';
import { profileHeadless } from './start/profile-headless.ts';
import { serveEmbedded } from './start/serve-embedded.ts';

const [first, file, ...rest] = process.argv.slice(2);
if (first !== undefined && (first !== '--headless' || file === undefined)) {
  console.error('npm start                        opens the examples in VS Code\nnpm start -- --headless <file>   profiles a file and prints the report');
  process.exit(2);
}

const run = (...args: string[]): number => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
if (run('esbuild.config.mjs') !== 0) process.exit(1);
if (file !== undefined) process.exit(profileHeadless(file, rest));

const examples = join(root, 'examples');
const code = findCode(process.env, process.platform);
if (code !== undefined) {
  installExample(join(examples, 'bookshop'));
  console.log(`Opening ${examples} in ${code}. Click the flame in the title of a file to profile it.`);
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, examples];
  process.exit(spawnSync(code, args, { stdio: 'inherit', env: exampleEnvironment(process.env) }).status ?? 1);
}
if (!hasHost()) {
  console.error('VS Code was not found. Install it, and its `code` command on the PATH, then run `npm start` again.');
  process.exit(1);
}
if (run('scripts/fetch-test-tools.ts', 'host') !== 0 || run('scripts/package.ts') !== 0) process.exit(1);
installExample(join(examples, 'bookshop'));
await serveEmbedded(examples, join(root, 'flameline.vsix'));
