import type { Session } from 'node:inspector';
import { controlFiles } from '../../protocol/probe.ts';
import { apply, existsSync, getProperty, join, loadModule, sharedNow } from './originals.ts';
import { cell, hookKey, type WatchdogData, type WatchdogMemory, type WatchedSignal, watchedSignals } from './watchdog-state.ts';

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
const pollMs = 200;
/** How long the main thread may be in native code before the signal is passed on without a profile. */
const graceMs = 500;
/** Writing the files of a very long run. */
const flushLimitMs = 30_000;

interface SignalHandle {
  onsignal: () => void;
  start(signal: number): number;
  stop(): void;
  unref(): void;
}

const makeSignalHandle = (): SignalHandle => {
  const { internalBinding }: { internalBinding(name: string): { Signal: new () => SignalHandle } } =
    loadModule('internal/test/binding');
  const { Signal } = internalBinding('signal_wrap');
  return new Signal();
};

/**
 * Interrupts the main thread, also in an endless loop, and calls its hook. The session is open for this call only: one
 * that is open when the program ends makes Node print "Waiting for the debugger to disconnect...".
 */
const callMain = (call: string, onAnswer: (session: Session) => void): void => {
  const { Session }: typeof import('node:inspector') = loadModule('node:inspector');
  const session = new Session();
  session.connectToMainThread();
  const expression = `globalThis[Symbol.for(${JSON.stringify(hookKey)})].${call}`;
  session.post('Runtime.evaluate', { expression, silent: true, returnByValue: true }, () => onAnswer(session));
};

const callAndLeave = (call: string): void => callMain(call, (session) => session.disconnect());

/** Whether the program's own listeners get this signal, or got it and are gone by now. */
const isPrograms = (signal: WatchedSignal, memory: WatchdogMemory, seen: Map<WatchedSignal, number>): boolean => {
  const left = seen.get(signal) ?? 0;
  const listens = Atomics.load(memory, cell[signal]) > 0;
  if (!listens && Atomics.load(memory, cell.received + cell[signal]) <= left) return false;
  seen.set(signal, left + 1);
  return true;
};

/** The process dies of the signal as it would have without us, only after its files are written. */
const die = (signal: WatchedSignal, memory: WatchdogMemory, handles: readonly SignalHandle[]): void => {
  callMain(`die(${JSON.stringify(signal)})`, () => {});
  Atomics.wait(memory, cell.flush, 0, graceMs);
  Atomics.wait(memory, cell.flush, 1, flushLimitMs);
  for (const handle of handles) handle.stop();
  process.kill(process.pid, signal);
};

const watchSignals = (memory: WatchdogMemory): void => {
  try {
    const handles: SignalHandle[] = [];
    const seen = new Map<WatchedSignal, number>();
    for (const signal of watchedSignals) {
      const handle = makeSignalHandle();
      handle.onsignal = () => {
        if (!isPrograms(signal, memory, seen)) die(signal, memory, handles);
      };
      if (handle.start(signalNumbers[signal]) === 0) handles.push(handle);
      handle.unref();
    }
    memory[cell.signals] = 1;
  } catch {
    memory[cell.signals] = -1;
  }
};

const watchClock = ({ folder, startedAt, delayMs, durationMs }: WatchdogData): void => {
  let started = delayMs === null;
  const startFile = join(folder, controlFiles.start);
  const stopFile = join(folder, controlFiles.stop);
  const workersFile = join(folder, controlFiles.workers);
  let stopped = false;
  const limit = () => {
    if (durationMs !== null) setTimeout(() => callAndLeave("stop('duration')"), durationMs);
  };
  const start = () => {
    if (started) return;
    started = true;
    callAndLeave('start()');
    limit();
  };
  if (started) limit();
  else if (delayMs !== null && delayMs >= 0) setTimeout(start, Math.max(0, startedAt + delayMs - sharedNow()));
  const poll = setInterval(() => {
    if (!started && existsSync(startFile)) start();
    if (!stopped && existsSync(stopFile)) {
      stopped = true;
      callAndLeave("stop('stopped')");
    }
    if (!existsSync(workersFile)) return;
    clearInterval(poll);
    callAndLeave('endWorkers()');
  }, pollMs);
};

/** CPU of this thread so far, µs; wall time before Node 22, which can't tell. */
const measureStart = ({ startedAt }: WatchdogData): number => {
  const threadCpu: unknown = getProperty(process, 'threadCpuUsage');
  if (typeof threadCpu !== 'function') return Math.round((sharedNow() - startedAt) * 1000);
  const { user, system }: NodeJS.CpuUsage = apply(threadCpu, process, []);
  return Math.round(user + system);
};

export const runWatchdog = (data: WatchdogData): void => {
  const memory = new Int32Array(data.memory);
  watchSignals(memory);
  watchClock(data);
  memory[cell.startUs] = measureStart(data);
};
