import assert from 'node:assert/strict';
import { listenForInterrupts, type Interrupts } from '../../../src/cli/interrupts.ts';
import { FakeRun } from '../../helpers/fake-run.ts';

describe('Ctrl-C on the command line', () => {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const exit = process.exit.bind(process);
  let interrupts: Interrupts;
  let exits: unknown[] = [];
  let before: number[] = [];
  const listeners = (): number[] => signals.map((signal) => process.listenerCount(signal));
  beforeEach(() => {
    before = listeners();
    interrupts = listenForInterrupts();
    exits = [];
    process.exit = ((code: unknown) => exits.push(code)) as typeof process.exit;
  });
  afterEach(() => {
    interrupts.dispose();
    process.exit = exit;
  });
  /** As Node does when the signal comes; listeners of the test runner's are left out. */
  const send = (signal: (typeof signals)[number]): void => process.listeners(signal).at(-1)?.(signal);
  const watchRun = async (): Promise<FakeRun> => {
    const run = new FakeRun();
    await interrupts.watch(run.host)({ executable: '', args: [], cwd: '', env: {}, label: '' });
    return run;
  };

  it('stops the run the first time and kills nothing', async () => {
    const run = await watchRun();
    send('SIGINT');
    assert.deepEqual([interrupts.stop.aborted, run.kills, exits], [true, [], []]);
  });

  it('kills every program the second time', async () => {
    const runs = [await watchRun(), await watchRun()];
    send('SIGINT');
    send('SIGINT');
    assert.deepEqual([runs.map(({ kills }) => kills), exits], [[[true], [true]], []]);
  });

  it('ends us the third time, as a shell reports it', () => {
    for (let time = 0; time < 3; time++) send('SIGINT');
    assert.deepEqual(exits, [130]);
  });

  it('is the same as the end of the terminal and a polite signal, together', async () => {
    const run = await watchRun();
    send('SIGHUP');
    assert.ok(interrupts.stop.aborted);
    send('SIGTERM');
    assert.deepEqual(run.kills, [true]);
  });

  it('comes by itself when the time is up, which is set once', async () => {
    const stopped = new Promise((done) => interrupts.stop.addEventListener('abort', done));
    interrupts.stopAfter(1);
    interrupts.stopAfter(600_000);
    await stopped;
    assert.deepEqual(exits, []);
  });

  it('is nobody\'s any more when the command is over', () => {
    assert.deepEqual(listeners(), before.map((count) => count + 1));
    interrupts.dispose();
    assert.deepEqual(listeners(), before);
  });
});
