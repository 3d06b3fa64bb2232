import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addPreload } from '../../src/capture/launch/node-options.ts';
import { isSidecar } from '../../src/protocol/is-sidecar.ts';
import { type ProbeConfig, type ProbeSidecar, probeVersion } from '../../src/protocol/probe.ts';
import { bundlePath } from '../../src/session/bundles.ts';
import { nodeBinary, type NodeMajor } from '../helpers/test-cache.ts';
import { until } from '../helpers/until.ts';

export const nodeMajors: readonly NodeMajor[] = [18, 20, 22, 24, 26];
/** For what only POSIX has: signals, groups, shells, modes. Elsewhere the test is not defined. */
export const itOnPosix: (title: string, test: () => Promise<void> | void) => void = process.platform === 'win32' ? () => undefined : it;

export const fixture = (name: string): string => join(import.meta.dirname, 'fixtures', name);

/** What a user could see of a run. */
export interface Seen {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** One thread's files; `samples` is `null` when there is no profile. */
export interface Thread {
  readonly name: string;
  readonly samples: number | null;
  readonly functions: readonly string[];
  /** The function that most samples name; waiting and the start of the profiler itself are left out. */
  readonly hottest: string;
  readonly sidecar: ProbeSidecar | null;
}

/** A folder with everything in its name that NODE_OPTIONS must quote, a copy of the probe in it, and one run's files beside. */
export interface Sandbox {
  readonly probe: string;
  readonly folder: string;
  remove(): void;
}

export const makeSandbox = (): Sandbox => {
  const home = mkdtempSync(join(tmpdir(), process.platform === 'win32' ? 'flame line-' : 'flame "l\\ine-'));
  const folder = mkdtempSync(join(home, 'run-'));
  const probe = join(home, 'probe.cjs');
  copyFileSync(bundlePath('probe.cjs'), probe);
  return { probe, folder, remove: () => rmSync(home, { recursive: true, force: true }) };
};

/** A program under way. */
export class Program {
  readonly child: ChildProcess;
  readonly folder: string | null;
  #stdout = '';
  #stderr = '';
  readonly #closed: Promise<Seen>;

  constructor(major: NodeMajor, args: readonly string[], sandbox: Sandbox | null, config: Partial<ProbeConfig> = {}, wrapper: readonly string[] = []) {
    const env = { ...process.env };
    delete env['NODE_OPTIONS'];
    if (sandbox) {
      const probeConfig: ProbeConfig = {
        version: probeVersion, folder: sandbox.folder, intervalUs: 1000, delayMs: null, durationMs: null, project: join(import.meta.dirname, 'fixtures'), ...config,
      };
      env['FLAMELINE_PROBE'] = JSON.stringify(probeConfig);
      env['NODE_OPTIONS'] = addPreload(undefined, sandbox.probe);
    }
    this.folder = sandbox?.folder ?? null;
    const [executable, ...rest] = [...wrapper, nodeBinary(major), ...args];
    this.child = spawn(executable, rest, { env, stdio: ['ignore', 'pipe', 'pipe'], timeout: 50_000, killSignal: 'SIGKILL' });
    this.child.stdout?.on('data', (data: Buffer) => (this.#stdout += data.toString()));
    this.child.stderr?.on('data', (data: Buffer) => (this.#stderr += data.toString()));
    this.#closed = new Promise((done) => {
      this.child.on('close', (code, signal) => done({ code, signal, stdout: this.#stdout, stderr: this.#stderr.replaceAll(/\(node:\d+\)/g, '(node)') }));
    });
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  end(): Promise<Seen> {
    return this.#closed;
  }

  says(text: string): Promise<unknown> {
    return until(`the program says ${text}`, () => this.#stdout.includes(text));
  }

  /** Ready, and the watchdog listens: it alone catches SIGHUP, which the kernel tells as bit 0 of the caught signals. */
  async watched(): Promise<void> {
    await this.says('ready');
    if (this.folder === null || process.platform !== 'linux') return;
    await until('the watchdog listens', () => {
      const status = existsSync(`/proc/${this.pid}/status`) ? readFileSync(`/proc/${this.pid}/status`, 'utf8') : '';
      return /^SigCgt:\s*[0-9a-f]*[13579bdf]$/m.test(status);
    });
  }
}

interface RawProfile {
  readonly nodes: readonly { readonly callFrame: { readonly functionName: string }; readonly hitCount?: number }[];
  readonly samples: readonly number[];
}

const findHottest = ({ nodes }: RawProfile): string => {
  const hits = new Map<string, number>();
  for (const { callFrame: { functionName }, hitCount = 0 } of nodes) hits.set(functionName, (hits.get(functionName) ?? 0) + hitCount);
  for (const name of ['(idle)', 'dispatch']) hits.delete(name);
  return [...hits].reduce((most, entry) => (entry[1] > most[1] ? entry : most), ['', 0])[0];
};

const readThread = (folder: string, name: string): Thread => {
  const read = (ending: string): unknown => {
    const file = join(folder, name + ending);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  };
  const profile = read('.cpuprofile') as RawProfile | null;
  const sidecar = read('.json');
  const functions = (profile?.nodes ?? []).map(({ callFrame }) => callFrame.functionName);
  return { name, samples: profile?.samples.length ?? null, functions, hottest: profile ? findHottest(profile) : '', sidecar: isSidecar(sidecar) ? sidecar : null };
};

/** The files of a run: the first process first, its workers after it. */
export const readThreads = (folder: string, mainPid: number): Thread[] => {
  const names = new Set(readdirSync(folder).flatMap((name) => /^(\d+-(?:0|w\d+)-\d+)\.(?:json|cpuprofile)$/.exec(name)?.[1] ?? []));
  const isMain = (name: string): boolean => name.startsWith(`${mainPid}-`);
  return [...names].sort((a, b) => Number(isMain(b)) - Number(isMain(a)) || a.localeCompare(b)).map((name) => readThread(folder, name));
};
