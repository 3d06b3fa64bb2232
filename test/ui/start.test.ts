import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openWorkbench } from '../host/open-workbench.ts';
import type { Workbench } from '../host/workbench.ts';
import { until } from '../helpers/until.ts';

const root = join(import.meta.dirname, '..', '..');
/** What `npm start` does once everything is built and packed, and there is no `code` on the PATH. */
const script = `import { serveEmbedded } from './scripts/start/serve-embedded.ts';
await serveEmbedded(${JSON.stringify(join(root, 'examples'))}, 'flameline.vsix');`;

describe('npm start without an own VS Code', function () {
  this.timeout(180_000);
  let program: ChildProcess;
  let printed = '';
  let address: URL;
  let workbench: Workbench | undefined;
  before(async () => {
    program = spawn(process.execPath, ['--input-type=module', '--eval', script], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    program.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    address = new URL(await until('an address', () => /http:\S+/.exec(printed)?.[0], 90_000));
  });
  after(async () => {
    await workbench?.close();
    program.kill('SIGKILL');
  });

  it('serves on 127.0.0.1 only to who has the printed token', async () => {
    assert.equal(address.hostname, '127.0.0.1');
    assert.match(address.searchParams.get('tkn') ?? '', /^[0-9a-f]{40}$/);
    assert.equal((await fetch(new URL('/?tkn=guess', address))).status, 403);
  });

  it('opens the examples untrusted, and with trust a click on the flame paints the heat', async () => {
    const ignored = { authority: address.host, exited: new Promise<string>(() => undefined), stop: () => Promise.resolve() };
    workbench = await openWorkbench({ server: { address, ...ignored }, folder: join(root, 'examples') });
    await workbench.ready();
    await workbench.trustFolder();
    await workbench.openFile('report/src/report.ts');
    await workbench.titleButton('Profile This File').click();
    await workbench.statusItem('% parseRow').waitFor({ timeout: 120_000 });
  });

  it('ends everything at Ctrl-C', async () => {
    const exited = once(program, 'exit');
    program.kill('SIGINT');
    assert.deepEqual(await exited, [0, null]);
    await assert.rejects(fetch(address));
  });
});
