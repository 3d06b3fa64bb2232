import { defineProperty, getProperty, program } from './originals.ts';

/**
 * Calls `flush` when the program ends by itself, before its own `exit` listeners. Node takes `process.emit` for every way out
 * (drained loop, `process.exit`, uncaught error), so a getter there sees them all. Unlike a listener it does not count
 * towards the limit that prints a warning, survives `removeAllListeners` and leaves no frame in the program's stack traces.
 * `takeEmit` may answer one reading with another function.
 */
export const watchExit = (flush: () => void, takeEmit: (emit: unknown) => unknown = (emit) => emit): void => {
  let emit: unknown = program.emit;
  defineProperty(program, 'emit', {
    configurable: true,
    enumerable: false,
    get() {
      if (getProperty(program, '_exiting') === true) flush();
      return takeEmit(emit);
    },
    set(value: unknown) {
      if (this === program) emit = value;
      else defineProperty(this, 'emit', { configurable: true, enumerable: true, writable: true, value });
    },
  });
  const reallyExit: unknown = getProperty(program, 'reallyExit');
  if (typeof reallyExit !== 'function') return;
  const exitAfterFlush = new Proxy(reallyExit, {
    apply(target, self, args) {
      flush();
      return Reflect.apply(target, self, args);
    },
  });
  Object.assign(program, { reallyExit: exitAfterFlush });
};
