import assert from 'node:assert/strict';
import '../../../helpers/as-commonjs.ts';
import { countListeners } from '../../../../src/capture/probe/count-listeners.ts';
import { cell, createMemory } from '../../../../src/capture/probe/watchdog-state.ts';

describe('The signals a program listens to', () => {
  const ours = ['newListener', 'removeListener'] as const;
  let before: Map<string, readonly unknown[]>;
  const memory = createMemory();
  let takeEmit: (emit: unknown) => unknown;
  const listener = (): void => undefined;
  beforeEach(() => {
    before = new Map(ours.map((event) => [event, process.rawListeners(event)]));
    memory.fill(0);
    takeEmit = countListeners(memory);
  });
  afterEach(() => {
    process.removeListener('SIGHUP', listener);
    process.removeListener('SIGTERM', listener);
    for (const event of ours) {
      for (const added of process.rawListeners(event)) if (!before.get(event)?.includes(added)) process.removeListener(event, added as () => void);
    }
  });

  it('are counted as listeners come and go', () => {
    process.on('SIGHUP', listener);
    process.on('SIGHUP', listener);
    assert.deepEqual([memory[cell.SIGHUP], memory[cell.SIGTERM]], [2, 0]);
    process.off('SIGHUP', listener);
    assert.equal(memory[cell.SIGHUP], 1);
    process.off('SIGHUP', listener);
    assert.equal(memory[cell.SIGHUP], 0);
  });

  it('are none for other events', () => {
    process.on('exit', listener);
    process.off('exit', listener);
    assert.deepEqual([...memory], Array<number>(memory.length).fill(0));
  });

  it('are told when they came, by an emit that hands everything on', () => {
    const calls: unknown[][] = [];
    let told: unknown = null;
    const emit = (...args: unknown[]): string => {
      calls.push(args);
      return 'answer';
    };
    const reading = (event: string | symbol): void => {
      if (event === 'SIGHUP' && told === null) told = takeEmit(emit);
    };
    // Node reads `process.emit` between our two listeners.
    const [first, ...others] = process.rawListeners('newListener');
    process.removeAllListeners('newListener');
    process.on('newListener', first as () => void);
    process.on('newListener', reading);
    for (const other of others) process.on('newListener', other as () => void);
    process.on('SIGHUP', listener);
    process.removeListener('newListener', reading);
    const answer: unknown = typeof told === 'function' ? Reflect.apply(told, process, ['SIGHUP', 1]) : null;
    assert.equal(answer, 'answer');
    assert.deepEqual([calls, memory[cell.received + cell.SIGHUP], memory[cell.received + cell.SIGTERM]], [[['SIGHUP', 1]], 1, 0]);
  });

  it('leave the emit alone that anybody else reads', () => {
    const emit = (): void => undefined;
    assert.equal(takeEmit(emit), emit);
    process.on('SIGHUP', listener);
    assert.equal(takeEmit(emit), emit);
    assert.equal(takeEmit(7), 7);
  });
});
