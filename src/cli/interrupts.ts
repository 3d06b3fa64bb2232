import type { ProcessHost } from '../session/index.ts';

/** What a shell reports for a command that Ctrl-C ended: 128 + SIGINT. */
const interrupted = 130;

export interface Interrupts {
  /** Aborted by the first Ctrl-C (or SIGTERM, or the closing of the terminal) or when the time is up: stop and keep what was recorded. */
  readonly stop: AbortSignal;
  /** Stops the run so many ms from now; a second call changes nothing. */
  stopAfter(ms: number): void;
  /** Gives a host whose programs the second Ctrl-C kills. */
  watch(host: ProcessHost): ProcessHost;
  dispose(): void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export function listenForInterrupts(): Interrupts {
  const stop = new AbortController();
  const kills: (() => void)[] = [];
  let count = 0;
  let timer: NodeJS.Timeout | undefined;
  const interrupt = (): void => {
    count++;
    if (count === 1) stop.abort();
    else if (count === 2) for (const kill of kills) kill();
    else process.exit(interrupted);
  };
  for (const signal of signals) process.on(signal, interrupt);
  return {
    stop: stop.signal,
    stopAfter(ms) {
      timer ??= setTimeout(() => stop.abort(), ms);
    },
    watch: (host) => async (request) => {
      const running = await host(request);
      kills.push(() => running.kill(true));
      return running;
    },
    dispose() {
      clearTimeout(timer);
      for (const signal of signals) process.off(signal, interrupt);
    },
  };
}
