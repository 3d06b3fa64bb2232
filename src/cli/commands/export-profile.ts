import { basename } from 'node:path';
import { exportFlame, exportFormats, openFlame, SessionError } from '../../session/index.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import { parseOptions, readChoice, readPaths } from '../parse-options.ts';
import { printFailure, printProblem } from '../print-failure.ts';
import { UsageError } from '../usage-error.ts';
import { writeOutput } from '../write-output.ts';

const kinds = { to: 'value', out: 'value', help: 'flag' } as const;

/** `flameline export <file-or-recording> --to FORMAT`: the same profile as a file of another tool. */
export async function exportProfile(args: readonly string[]): Promise<ExitCode> {
  const options = parseOptions('export', args, kinds);
  const files = readPaths(options);
  if (files.length !== 1) throw new UsageError('Name one profile or recording: flameline export <file-or-recording> --to FORMAT');
  if (!options.values.has('to')) throw new UsageError(`Say what to write: --to ${exportFormats.join(', --to ')}`);
  const format = readChoice(options, 'to', exportFormats, 'speedscope');
  const out = options.values.get('out');
  if (out === undefined && format === 'pprof' && process.stdout.isTTY) throw new UsageError('pprof is no text for a terminal; name a file with --out');
  const [file] = files;
  try {
    const opened = await openFlame(file, { roots: [process.cwd()] });
    const failure = await writeOutput(exportFlame(opened, format, { name: basename(file), cwd: process.cwd() }), out);
    if (failure === null) {
      for (const problem of opened.analysis.problems) printProblem(file, problem);
      return exitCodes.done;
    }
    printFailure(`${out}: ${failure}`);
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
    printProblem(file, error.problem);
  }
  return exitCodes.refused;
}
