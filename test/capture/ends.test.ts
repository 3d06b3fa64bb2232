import assert from 'node:assert/strict';
import type { NodeMajor } from '../helpers/test-cache.ts';
import { until } from '../helpers/until.ts';
import { fixture, itOnPosix, makeSandbox, nodeMajors, Program, readThreads, type Sandbox, type Seen, type Thread } from './run-program.ts';

interface End {
  readonly title: string;
  readonly args: readonly string[];
  /** Sent when the program is ready. */
  readonly signal?: NodeJS.Signals;
  /** Threads with a profile that holds at least one sample. */
  readonly profiles: number;
  readonly reason?: string;
  /** Differs between Nodes, by what it is built on: seen on all five. The others on the oldest, the newest and the main one. */
  readonly everywhere?: true;
  /** A function the main thread's profile must name. */
  readonly names?: string;
}

const itself: readonly End[] = [
  { title: 'a normal end', everywhere: true, args: ['normal.cjs'], profiles: 1 },
  { title: 'process.exit in the first tick', everywhere: true, args: ['exit-at-once.cjs'], profiles: 1 },
  { title: 'an empty program', args: ['empty.cjs'], profiles: 1 },
  { title: 'an uncaught error', everywhere: true, args: ['throw.cjs'], profiles: 1 },
  { title: 'an unhandled rejection', args: ['reject.cjs'], profiles: 1 },
  { title: 'a top-level await that never settles', args: ['never-settles.mjs'], profiles: 1 },
  { title: 'beforeExit that goes on', args: ['before-exit.cjs'], profiles: 1 },
  { title: 'an error in an exit listener', args: ['throw-in-exit.cjs'], profiles: 1 },
  { title: 'ten exit listeners, without a warning', args: ['many-exit-listeners.cjs'], profiles: 1 },
  { title: 'E7 process.exit before anything else', args: ['-e', 'process.exit(9)'], profiles: 1 },
  { title: 'E8 a program that tampers with JSON, fs, process and prototypes', args: ['tamper.cjs'], profiles: 1 },
  { title: 'E8 a program that deletes the folder of the recording', args: ['delete-folder.cjs'], profiles: 1 },
  { title: 'a worker that ends', everywhere: true, args: ['worker-ends.cjs'], profiles: 2 },
  { title: 'a worker that is terminated', everywhere: true, args: ['worker-terminated.cjs'], profiles: 2 },
  { title: 'a busy worker when the main thread exits', everywhere: true, args: ['worker-dies-with-main.cjs'], profiles: 2 },
  { title: 'a worker of a program with flags of V8', args: ['--expose-gc', 'worker-flags.cjs'], profiles: 2 },
  { title: 'forked and spawned children', everywhere: true, args: ['fork.cjs'], profiles: 3 },
  { title: 'a child that replaces its environment', args: ['bare-child.cjs'], profiles: 1 },
];

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const bySignal: readonly End[] = [
  ...signals.flatMap((signal): End[] => [
    { title: `${signal} while idle`, args: ['idle.cjs'], signal, profiles: 1, reason: 'signal', everywhere: true },
    { title: `E10 ${signal} in an endless loop`, args: ['loop.cjs'], signal, profiles: 1, reason: 'signal', names: 'spin', everywhere: true },
    { title: `${signal} with a handler of its own`, args: ['own-handlers.cjs'], signal, profiles: 1, reason: 'exit' },
  ]),
  { title: 'SIGINT in a loop that only handles SIGTERM', args: ['own-handler-in-loop.cjs'], signal: 'SIGINT', profiles: 1, reason: 'signal' },
  { title: 'a handler that is there once', args: ['once.cjs'], signal: 'SIGTERM', profiles: 1, reason: 'exit' },
  { title: 'a handler that cleans up and sends the signal again', args: ['resend.cjs'], signal: 'SIGTERM', profiles: 1, reason: 'signal' },
  { title: 'a signal with a busy worker', args: ['worker-and-signal.cjs'], signal: 'SIGTERM', profiles: 2, reason: 'signal' },
  { title: 'a signal while native code holds the main thread', args: ['native-block.cjs'], signal: 'SIGTERM', profiles: 0 },
];

const runOnce = async (major: NodeMajor, { args, signal }: End, sandbox: Sandbox | null): Promise<{ seen: Seen; pid: number }> => {
  const program = new Program(major, args.map((arg) => (/\.[cm]js$/.test(arg) ? fixture(arg) : arg)), sandbox);
  if (signal) {
    await program.watched();
    program.child.kill(signal);
  }
  return { seen: await program.end(), pid: program.pid };
};

const checkProfiles = ({ profiles, reason, names }: End, threads: readonly Thread[]): void => {
  const kept = threads.filter(({ samples }) => samples !== null && samples > 0);
  assert.equal(kept.length, profiles, `profiles of ${JSON.stringify(threads.map(({ name, samples }) => [name, samples]))}`);
  for (const { name, sidecar } of kept) assert.ok(sidecar, `the sidecar of ${name}`);
  if (reason !== undefined) assert.equal(threads[0].sidecar?.reason, reason);
  if (names !== undefined) assert.ok(threads[0].functions.includes(names), `${names} in ${threads[0].functions.join(' ')}`);
};

for (const major of nodeMajors) {
  describe(`The probe on Node ${major} keeps the profile and changes nothing the user can see, at`, function () {
    this.timeout(60_000);
    // Elsewhere nothing tells when the watchdog listens.
    const ends = process.platform === 'linux' ? [...itself, ...bySignal] : itself;
    for (const end of ends.filter(({ everywhere }) => everywhere ?? [18, 24, 26].includes(major))) {
      it(end.title, async () => {
        const sandbox = makeSandbox();
        try {
          const [plain, profiled] = await Promise.all([runOnce(major, end, null), runOnce(major, end, sandbox)]);
          assert.deepEqual(profiled.seen, plain.seen);
          checkProfiles(end, readThreads(sandbox.folder, profiled.pid));
        } finally {
          sandbox.remove();
        }
      });
    }

    itOnPosix('a signal its blocked loop will never handle: it lives on, as without us', async () => {
      const sandbox = makeSandbox();
      const program = new Program(major, [fixture('own-handler-in-loop.cjs')], sandbox);
      try {
        await program.watched();
        program.child.kill('SIGTERM');
        const sent = performance.now();
        await until('time for a wrong end', () => performance.now() - sent > 700);
        assert.ok(program.alive);
      } finally {
        program.child.kill('SIGKILL');
        await program.end();
        sandbox.remove();
      }
    });
  });
}
