import type { EndReason, ProbeConfig, ProbeNote } from '../../protocol/probe.ts';
import { countListeners } from './count-listeners.ts';
import { keepCompiled } from './keep-compiled.ts';
import { existsSync, join, loadModule, now, processCpu, program, startMeter, stringify } from './originals.ts';
import { isOwn } from './read-scripts.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { startWatchdog, type WatchdogHook } from './start-watchdog.ts';
import { installTsxLines } from './tsx-lines.ts';
import { watchChildren } from './watch-children.ts';
import { watchExit } from './watch-exit.ts';
import { cell, createMemory } from './watchdog-state.ts';
import { type StartedWorker, wrapWorker } from './wrap-worker.ts';
import { writeFileWhole } from './write-file.ts';
import { type SidecarFacts, writeSidecar } from './write-sidecar.ts';

/** More notes of one process than this say nothing new. */
const noteLimit = 20;
/** The signal that ends the process comes well within this. */
const holdMs = 5000;
/** For workers to write their profiles when the process dies of a signal. */
const workerGraceMs = 2000;

const errorCode = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error));

const noteFailure = (error: unknown): ProbeNote => {
  const denied = errorCode(error) === 'ERR_ACCESS_DENIED';
  return { code: denied ? 'permission-denied' : 'inspector-unavailable', detail: String(error) };
};

const attempt = (action: () => void): void => {
  try {
    action();
  } catch {
    // The program must not notice: whatever is missing in the folder is reported by the launcher.
  }
};

/** Node's own handler leaves the raw mode before it dies; ours took its place. */
const resetTerminal = (): void => {
  const { isatty }: typeof import('node:tty') = loadModule('node:tty');
  if (isatty(0) && program.stdin.isRaw) program.stdin.setRawMode(false);
};

/** Profiles the main thread of one process, from here to its end. Nothing in it throws into the program. */
export class ProgramProbe {
  readonly #config: ProbeConfig;
  readonly #name: (thread: string) => string;
  readonly #install = startMeter();
  readonly #notes: ProbeNote[] = [];
  #recorder: Recorder | null = null;
  #workers: readonly StartedWorker[] = [];
  readonly #memory = createMemory();
  #startedAt = -1;
  #installMs = 0;
  #flushed = false;

  constructor(config: ProbeConfig, seq: number) {
    this.#config = config;
    this.#name = (thread) => `${program.pid}-${thread}-${seq}`;
  }

  install(): void {
    const { folder, intervalUs, delayMs, project } = this.#config;
    try {
      this.#recorder = createRecorder();
    } catch (error) {
      this.#notes.push(noteFailure(error));
      watchExit(() => this.#flush('exit', null));
      return;
    }
    const hook: WatchdogHook = {
      start: () => this.#start(),
      stop: (reason) => this.#stop(reason),
      endWorkers: () => attempt(() => this.#endWorkers()),
      die: (signal) => this.#die(signal),
    };
    attempt(() => startWatchdog(this.#config, this.#memory, hook));
    attempt(() => {
      this.#workers = wrapWorker(folder, intervalUs, (worker) => this.#name(`w${worker}`));
    });
    // Before tsx's: it must see what V8 gets.
    attempt(() => keepCompiled((file) => isOwn(file, project)));
    attempt(() => {
      const note = installTsxLines(project);
      if (note !== null) this.#notes.push(note);
    });
    attempt(() => watchChildren((note) => this.#notes.length < noteLimit && this.#notes.push(note)));
    watchExit(() => this.#flush('exit', null), countListeners(this.#memory));
    if (delayMs === null) this.#start();
    this.#installMs = this.#install();
  }

  #start(): void {
    if (this.#startedAt >= 0 || this.#flushed) return;
    this.#startedAt = now();
    attempt(() => this.#recorder?.start(this.#config.intervalUs, this.#config.delayMs !== null));
  }

  #stop(reason: EndReason): void {
    this.#flush(reason, null);
    // Windows ends a process without asking it: its workers must write before that.
    if (reason === 'stopped' && program.platform === 'win32') attempt(() => this.#endWorkers());
  }

  #die(signal: string): void {
    const memory = this.#memory;
    Atomics.store(memory, cell.flush, 1);
    Atomics.notify(memory, cell.flush);
    this.#flush('signal', signal);
    attempt(() => this.#endWorkers());
    attempt(resetTerminal);
    Atomics.store(memory, cell.flush, 2);
    Atomics.notify(memory, cell.flush);
    Atomics.wait(memory, cell.never, 0, holdMs);
  }

  #endWorkers(): void {
    const deadline = now() + workerGraceMs;
    for (const { end } of this.#workers) end();
    for (const { name } of this.#workers) {
      const file = join(this.#config.folder, `${name}.cpuprofile`);
      while (!existsSync(file) && now() < deadline) Atomics.wait(this.#memory, cell.never, 0, 5);
    }
  }

  #flush(reason: EndReason, signal: string | null): void {
    if (this.#flushed) return;
    this.#flushed = true;
    const meter = startMeter();
    const durationMs = this.#startedAt < 0 ? 0 : now() - this.#startedAt;
    const { folder, intervalUs, project } = this.#config;
    const name = this.#name('0');
    let scripts: SidecarFacts['scripts'] = [];
    try {
      const profile = this.#startedAt < 0 ? null : this.#recorder?.stop(project);
      if (profile) {
        attempt(() => (scripts = this.#recorder?.scripts(profile, project) ?? []));
        writeFileWhole(join(folder, `${name}.cpuprofile`), stringify(profile), folder);
      }
    } catch (error) {
      scripts = [];
      this.#notes.push({ code: 'write-failed', detail: errorCode(error) });
    }
    if (this.#memory[cell.signals] === -1) this.#notes.push({ code: 'signals-unavailable', detail: program.version });
    const label = program.argv[1] ?? '';
    const probeCpuMs = this.#installMs + this.#memory[cell.startUs] / 1000 + meter();
    const processCpuMs = processCpu();
    const facts = { reason, signal, intervalUs, durationMs, probeCpuMs, processCpuMs, notes: this.#notes };
    attempt(() => writeSidecar(folder, name, { ...facts, threadId: 0, label, scripts }));
    for (const { threadId, label, name } of this.#workers) {
      if (existsSync(join(folder, `${name}.json`))) continue;
      const worker = { threadId, label, reason: 'worker-exit', signal: null, durationMs: 0, probeCpuMs: 0, scripts: [], notes: [] } as const;
      attempt(() => writeSidecar(folder, name, { ...facts, ...worker }));
    }
  }
}
