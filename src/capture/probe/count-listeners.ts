import type { EventEmitter } from 'node:events';
import { apply, program } from './originals.ts';
import { cell, type WatchdogMemory, type WatchedSignal, watchedSignals } from './watchdog-state.ts';

const isWatched = (event: unknown): event is WatchedSignal => watchedSignals.some((signal) => signal === event);

/**
 * Tells the watchdog which signals the program listens to, and which ones its listeners were called for: a `once` listener
 * is gone by the time the watchdog looks. Node reads `process.emit` once, between our two `newListener` listeners, when a
 * signal gets its first one; `takeEmit` answers that reading with an `emit` that counts.
 */
export const countListeners = (memory: WatchdogMemory): ((emit: unknown) => unknown) => {
  let first: WatchedSignal | null = null;
  const events: EventEmitter = program;
  const setCount = (signal: WatchedSignal, count: number) => Atomics.store(memory, cell[signal], count);
  events.prependListener('newListener', (event) => {
    first = isWatched(event) && program.listenerCount(event) === 0 ? event : null;
  });
  events.on('newListener', (event) => {
    first = null;
    if (isWatched(event)) setCount(event, program.listenerCount(event) + 1);
  });
  events.on('removeListener', (event) => {
    if (isWatched(event)) setCount(event, program.listenerCount(event));
  });
  return (original) => {
    if (first === null || typeof original !== 'function') return original;
    const received = cell.received + cell[first];
    first = null;
    return function emit(this: unknown, ...args: unknown[]): unknown {
      Atomics.add(memory, received, 1);
      return apply(original, this, args);
    };
  };
};
