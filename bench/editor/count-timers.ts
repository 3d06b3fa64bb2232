/** Counts the timers that code of one bundle starts. */
export function countTimers(bundle: string): { readonly during: (ms: number) => Promise<number> } {
  let count = 0;
  const { setTimeout: later, setInterval: again, setImmediate: soon } = globalThis;
  const watched = <Start extends object>(start: Start): Start =>
    new Proxy(start, {
      apply(target, self, args): unknown {
        if (new Error('where').stack?.includes(bundle)) count++;
        return typeof target === 'function' ? Reflect.apply(target, self, args) : undefined;
      },
    });
  Object.assign(globalThis, { setTimeout: watched(later), setInterval: watched(again), setImmediate: watched(soon) });
  return {
    during: async (ms) => {
      await new Promise((settled) => later(settled, 5_000));
      count = 0;
      await new Promise((over) => later(over, ms));
      return count;
    },
  };
}
