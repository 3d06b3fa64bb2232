import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasCompiler, noCompilerNote } from '../../test/host/install-host.ts';
import { quietSettings } from '../../test/host/quiet-settings.ts';
import { startServer } from '../../test/host/start-server.ts';
import { hostDir } from '../../test/helpers/test-cache.ts';
import { exampleEnvironment } from './example-environment.ts';

/** Serves a folder in the embedded VS Code until Ctrl-C. Only who has the printed address can open it. */
export async function serveEmbedded(folder: string, vsix: string): Promise<void> {
  const ended = Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)));
  const dataDir = mkdtempSync(join(tmpdir(), 'fl-start-'));
  const server = await startServer({
    hostDir: hostDir(),
    dataDir,
    settings: quietSettings,
    vsix: [vsix],
    workspaceTrust: true,
    connectionToken: randomBytes(20).toString('hex'),
    env: { PATH: exampleEnvironment(process.env)['PATH'] ?? '' },
  });
  server.address.searchParams.set('folder', folder);
  if (!hasCompiler()) console.log(noCompilerNote);
  console.log(`\nVS Code is at ${server.address.href}\n`);
  console.log('Open the address, trust the folder, open report/src/report.ts and click the flame in its title. Ctrl-C ends everything.');
  await Promise.race([ended, server.exited]);
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
}
