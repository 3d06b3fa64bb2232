import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hostPaths } from './host-paths.ts';

export interface ServerOptions {
  /** A folder that `installHost` has filled. */
  readonly hostDir: string;
  /** Takes everything the server writes; a fresh one is a clean state. At most 50 characters, for its sockets. */
  readonly dataDir: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Packaged extensions to install first. */
  readonly vsix?: readonly string[];
  /** Leaves Workspace Trust on, with its prompt. */
  readonly workspaceTrust?: boolean;
  /** Demanded from every page; without one any local program may connect, which is for tests only. */
  readonly connectionToken?: string;
  /** Added to the environment of the server and so of the extension host, tasks and terminals. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunningServer {
  readonly authority: string;
  /** With the connection token, when there is one. */
  readonly address: URL;
  readonly exited: Promise<string>;
  /** Ends the server and everything it started. */
  readonly stop: () => Promise<void>;
}

/**
 * The server must not inherit an outer editor's variables, nor think that code-server's wrapper runs it; and with CI or a
 * colour switch set, Node takes a terminal for one without colours, which a user's is not.
 */
const foreign = /^(VSCODE_(?!TEST_)|CODE_SERVER_|ELECTRON_|(NODE_OPTIONS|CI|NO_COLOR|FORCE_COLOR)$)/;

function serverEnvironment(dataDir: string, added: ServerOptions['env']): NodeJS.ProcessEnv {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
  const sockets = dataDir.length <= 50 ? { XDG_RUNTIME_DIR: dataDir } : {};
  // An empty gallery keeps the server from asking its own.
  return { ...inherited, EXTENSIONS_GALLERY: '{}', ...sockets, ...added };
}

/** Makes the data folder's parts and returns the switches that name them. */
function prepareData(dataDir: string, settings: Readonly<Record<string, unknown>>): string[] {
  const user = join(dataDir, 'user');
  const extensions = join(dataDir, 'extensions');
  for (const folder of [join(user, 'User'), extensions]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(user, 'User', 'settings.json'), JSON.stringify(settings, null, 2));
  return ['--server-data-dir', join(dataDir, 'server'), '--user-data-dir', user, '--extensions-dir', extensions];
}

function tokenSwitches(dataDir: string, token: string | undefined): string[] {
  if (token === undefined) return ['--without-connection-token'];
  // By file: other users can read a process's arguments.
  const file = join(dataDir, 'token');
  writeFileSync(file, token, { mode: 0o600 });
  return ['--connection-token-file', file];
}

function listeningPort(child: ChildProcess, exited: Promise<string>, logFile: string): Promise<number> {
  const log = createWriteStream(logFile);
  child.stderr?.pipe(log, { end: false });
  return new Promise((done, fail) => {
    let text = '';
    const timer = setTimeout(() => fail(new Error('the server did not start within a minute')), 60_000);
    child.stdout?.on('data', (chunk: Buffer) => {
      log.write(chunk);
      text += chunk.toString();
      const port = /Server bound to 127\.0\.0\.1:(\d+)/.exec(text)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      done(Number(port));
    });
    void exited.then((how) => {
      clearTimeout(timer);
      fail(new Error(`the server exited early (${how}): ${readFileSync(logFile, 'utf8').slice(-2000)}`));
    });
  });
}

async function stopGroup({ pid }: ChildProcess, exited: Promise<string>): Promise<void> {
  if (pid === undefined) return;
  const signal = (name: NodeJS.Signals) => {
    try {
      process.kill(-pid, name);
    } catch {
      // Already gone.
    }
  };
  signal('SIGTERM');
  const hard = setTimeout(() => signal('SIGKILL'), 5_000);
  await exited;
  clearTimeout(hard);
  signal('SIGKILL'); // stragglers of the group
}

/** Starts the server on a free port of 127.0.0.1 and waits until it listens. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { node, server } = hostPaths(options.hostDir);
  if (!existsSync(server)) throw new Error(`${options.hostDir} has no VS Code server: run \`npm run fetch-test-tools\``);
  const dataDir = resolve(options.dataDir);
  const storage = prepareData(dataDir, { 'security.workspace.trust.enabled': options.workspaceTrust ?? false, ...options.settings });
  const env = serverEnvironment(dataDir, options.env);
  for (const file of options.vsix ?? []) {
    const { status, stdout, stderr } = spawnSync(node, [server, '--install-extension', resolve(file), '--force', ...storage], { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${file} could not be installed: ${stdout}${stderr}`);
  }
  const quiet = ['--accept-server-license-terms', '--disable-telemetry', '--disable-getting-started-override'];
  // Without the last one a login shell's PATH would replace the one given here.
  const switches = ['--host', '127.0.0.1', '--port', '0', ...quiet, '--force-disable-user-env'];
  const trust = options.workspaceTrust ? [] : ['--disable-workspace-trust'];
  const token = tokenSwitches(dataDir, options.connectionToken);
  const child = spawn(node, [server, ...switches, ...token, ...trust, ...storage, '--logsPath', join(dataDir, 'logs')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const exited = new Promise<string>((done) => child.once('exit', (code, signal) => done(String(code ?? signal))));
  const port = await listeningPort(child, exited, join(dataDir, 'server.out'));
  const address = new URL(`http://127.0.0.1:${port}/`);
  if (options.connectionToken !== undefined) address.searchParams.set('tkn', options.connectionToken);
  return { authority: address.host, address, exited, stop: () => stopGroup(child, exited) };
}
