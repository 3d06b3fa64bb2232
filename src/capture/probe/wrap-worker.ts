import workerThreads from 'node:worker_threads';
import { isLoaderThread } from './is-loader-thread.ts';
import { apply, construct, loadModule, program } from './originals.ts';

/** One worker of the program, as the main thread saw it start. */
export interface StartedWorker {
  readonly threadId: number;
  readonly label: string;
  /** Base name of its files, without ending. */
  readonly name: string;
  /** Terminates it when it still runs. */
  readonly end: () => void;
}

export const profileFlag = '--cpu-prof-name=';

/** The flags Node names in `ERR_WORKER_INVALID_EXEC_ARGV`: V8's own, which hold for the whole process anyway. */
const invalidFlags = (error: unknown): string[] => {
  if (!(error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_INVALID_EXEC_ARGV')) return [];
  return error.message.slice(error.message.indexOf(': ') + 2).split(', ');
};

const withFlags = (options: unknown, flags: readonly string[]): object => {
  const given = typeof options === 'object' && options !== null ? options : {};
  const own: unknown = Reflect.get(given, 'execArgv');
  const inherited: unknown[] = Array.isArray(own) ? own : program.execArgv;
  return { ...given, execArgv: [...inherited, ...flags] };
};

/** A worker may be given its code instead of a file. */
const labelOf = ([file, options]: readonly unknown[]): string => {
  const isCode = typeof options === 'object' && options !== null && Reflect.get(options, 'eval') === true;
  return isCode ? '(eval)' : String(file);
};

/**
 * Lets Node itself profile every worker (`--cpu-prof`): that profile survives `terminate()` and a `process.exit` of the
 * main thread, which a session inside the worker does not.
 */
export const wrapWorker = (folder: string, intervalUs: number, name: (worker: number) => string): readonly StartedWorker[] => {
  const started: StartedWorker[] = [];
  const OriginalWorker = workerThreads.Worker;
  const { terminate } = OriginalWorker.prototype;
  const start = (args: unknown[], flags: readonly string[], target: Function): object => {
    const [file, options, ...rest] = args;
    const profiled = withFlags(options, flags);
    try {
      return construct(OriginalWorker, [file, profiled, ...rest], target);
    } catch (error) {
      const invalid = invalidFlags(error);
      if (invalid.length === 0) throw error;
      const execArgv = Reflect.get(profiled, 'execArgv').filter((flag: unknown) => !invalid.includes(String(flag)));
      return construct(OriginalWorker, [file, { ...profiled, execArgv }, ...rest], target);
    }
  };
  const ProfiledWorker = new Proxy(OriginalWorker, {
    construct(_, args, target) {
      if (isLoaderThread(args[0], program)) return construct(OriginalWorker, args, target);
      const file = name(started.length + 1);
      const flags = ['--cpu-prof', `--cpu-prof-dir=${folder}`, `--cpu-prof-interval=${intervalUs}`, `${profileFlag}${file}.cpuprofile`];
      const worker = start(args, flags, target);
      const threadId = Number(Reflect.get(worker, 'threadId'));
      const reference = new WeakRef(worker);
      const end = () => {
        const running = reference.deref();
        if (running !== undefined) void apply(terminate, running, []);
      };
      started.push({ threadId, label: labelOf(args), name: file, end });
      return worker;
    },
  });
  workerThreads.Worker = ProfiledWorker;
  const { syncBuiltinESMExports }: typeof import('node:module') = loadModule('node:module');
  syncBuiltinESMExports();
  return started;
};
