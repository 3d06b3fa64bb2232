import { diff } from './commands/diff.ts';
import { exportProfile } from './commands/export-profile.ts';
import { profile } from './commands/profile.ts';
import { scan } from './commands/scan.ts';
import { show } from './commands/show.ts';
import { exitCodes } from './exit-codes.ts';
import type { ExitCode } from './exit-codes.ts';
import { mainHelp, verbHelp } from './help.ts';
import { printFailure } from './print-failure.ts';
import { UsageError } from './usage-error.ts';
import { readVersion } from './version.ts';

type Verb = (args: readonly string[]) => Promise<ExitCode>;
const verbs: ReadonlyMap<string, Verb> = new Map([['profile', profile], ['show', show], ['diff', diff], ['export', exportProfile], ['scan', scan]]);

async function run([name, ...args]: readonly string[]): Promise<ExitCode> {
  if (name === '--help' || name === '-h') return print(mainHelp);
  if (name === '--version') return print(`${readVersion()}\n`);
  const verb = verbs.get(name ?? '');
  if (!verb) throw new UsageError(`${name === undefined ? 'Say what to do' : `Unknown command ${JSON.stringify(name)}`}: flameline profile <file>, flameline show <file>, flameline diff <before> <after>, flameline export <file> --to FORMAT or flameline scan [paths…]`);
  const ownArgs = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  return ownArgs.includes('--help') ? print(verbHelp.get(name) ?? mainHelp) : verb(args);
}

function print(text: string): ExitCode {
  process.stdout.write(text);
  return exitCodes.done;
}

/** A reader that has seen enough (`| head`) closes the pipe: nothing went wrong. A full disk did. */
function endOutput({ code }: NodeJS.ErrnoException): never {
  if (code === 'EPIPE') process.exit(process.exitCode ?? exitCodes.done);
  printFailure(`flameline: The output can't be written (${code})`);
  process.exit(exitCodes.refused);
}

/** Pipes tell it by an event, files by a throw. */
process.stdout.on('error', endOutput);
const isWriteError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'syscall' in error && error.syscall === 'write';

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (isWriteError(error)) endOutput(error);
    if (!(error instanceof UsageError)) throw error;
    printFailure(`flameline: ${error.message}`);
    process.exitCode = exitCodes.refused;
  },
);
