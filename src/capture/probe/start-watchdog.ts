import { Worker } from 'node:worker_threads';
import type { ProbeConfig } from '../../protocol/probe.ts';
import { defineProperty, sharedNow } from './originals.ts';
import { cell, hookKey, type WatchdogData, type WatchdogMemory, type WatchedSignal } from './watchdog-state.ts';

/** What the watchdog may ask of the main thread, by evaluating a call of it there. */
export interface WatchdogHook {
  start(): void;
  stop(reason: 'duration' | 'stopped'): void;
  /** Terminates the workers and waits until they have written: the process is about to be killed. */
  endWorkers(): void;
  /** Flushes, then holds the main thread still until the signal ends the process: no program code runs after it. */
  die(signal: WatchedSignal): void;
}

/** Starts the thread that flushes for a signal, a control file or a time limit, even while the main thread loops for ever. */
export const startWatchdog = (config: ProbeConfig, memory: WatchdogMemory, hook: WatchdogHook): void => {
  defineProperty(globalThis, Symbol.for(hookKey), { value: hook });
  const { folder, delayMs, durationMs } = config;
  const data: WatchdogData = { flamelineWatchdog: true, memory: memory.buffer, folder, startedAt: sharedNow(), delayMs, durationMs };
  const watchdog = new Worker(__filename, {
    workerData: data,
    execArgv: ['--expose-internals', '--no-warnings'],
    // No NODE_OPTIONS: neither we nor the program's own preloads run in it.
    env: {},
    // Its streams stay unread; piping them would make Node set up the program's own stdout and stderr.
    stdout: true,
    stderr: true,
    trackUnmanagedFds: false,
  });
  watchdog.on('error', () => {
    memory[cell.signals] = -1;
  });
  watchdog.unref();
};
