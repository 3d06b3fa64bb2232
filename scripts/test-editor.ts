// Runs test/editor inside a real VS Code extension host through @vscode/test-electron: the desktop program where that can
// be had, the embedded host through its stand-in where not. The same suite either way.
// npm run test-editor [-- words of the tests' titles]
import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { testCache } from '../test/helpers/test-cache.ts';
import { hasHost } from '../test/host/host-paths.ts';
import { root } from './bootstrap.mjs';
import { followFile } from './follow-file.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'fl-editor-')));
const workspace = join(folder, 'examples');
const output = join(folder, 'output.txt');
cpSync(join(root, 'examples'), workspace, { recursive: true, filter: (path) => !/[\\/](node_modules|\.flameline)$/.test(path) });
writeFileSync(output, '');
const stop = followFile(output);
try {
  await runTests({
    ...(hasHost() && { vscodeExecutablePath: join(root, 'test', 'host', 'code.ts') }),
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'test', 'editor', 'index.mjs'),
    launchArgs: [workspace],
    extensionTestsEnv: {
      FLAMELINE_TEST_CACHE: testCache(), // the host has a home of its own
      HOST_TEST_OUTPUT: output,
      HOST_TEST_GREP: process.argv.slice(2).join(' '),
    },
  });
} catch {
  process.exitCode = 1; // what went wrong has been printed
} finally {
  stop();
  rmSync(folder, { recursive: true, force: true });
}
