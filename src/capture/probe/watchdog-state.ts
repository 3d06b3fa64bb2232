/** Memory shared between the program's main thread and the watchdog: one 32-bit cell a name. */
export const cell = {
  /** Listeners the program has for a signal; above 0 the signal is the program's own business. */
  SIGINT: 0,
  SIGTERM: 1,
  SIGHUP: 2,
  /** Signals that the program's listeners were called for; from here on one cell a signal, in the order above. */
  received: 7,
  /** 1 = the main thread has begun to flush, 2 = the files are written. */
  flush: 3,
  /** 1 = the watchdog listens for signals, -1 = this Node does not let it. */
  signals: 4,
  /** Time the watchdog took to start, µs: a cost of ours. */
  startUs: 5,
  /** Never changes; the main thread waits on it for the signal that ends the process. */
  never: 6,
} as const;

export const cells = 10;

export type WatchdogMemory = Int32Array<SharedArrayBuffer>;
export const createMemory = (): WatchdogMemory => new Int32Array(new SharedArrayBuffer(cells * Int32Array.BYTES_PER_ELEMENT));

export type WatchedSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';
export const watchedSignals: readonly WatchedSignal[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Key of the hook on `globalThis` through which the watchdog reaches the main thread. */
export const hookKey = 'flameline.probe';

/** `workerData` of the watchdog. */
export interface WatchdogData {
  readonly flamelineWatchdog: true;
  readonly memory: SharedArrayBuffer;
  readonly folder: string;
  /** When the process began to be watched, ms since 1970: threads have clocks of their own. */
  readonly startedAt: number;
  readonly delayMs: number | null;
  readonly durationMs: number | null;
}
