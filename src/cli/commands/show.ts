import { openRecordings, SessionError } from '../../session/index.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import { parseOptions, readPaths } from '../parse-options.ts';
import { printProblem } from '../print-failure.ts';
import { printReport, readReportChoice, reportKinds } from '../print-report.ts';
import { UsageError } from '../usage-error.ts';

/** `flameline show <file-or-recording…>`: the good ones are printed even when others can't be read. */
export async function show(args: readonly string[]): Promise<ExitCode> {
  const options = parseOptions('show', args, reportKinds);
  const files = readPaths(options);
  if (files.length === 0) throw new UsageError('Name a profile file or a recording: flameline show <file-or-recording…>');
  const choice = readReportChoice(options);
  try {
    const { analysis, failures, nodeVersion } = await openRecordings(files, { roots: [process.cwd()] });
    if (analysis) printReport(analysis, choice, nodeVersion);
    for (const { path, problem } of failures) printProblem(path, problem);
    return failures.length > 0 ? exitCodes.refused : exitCodes.done;
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
    printProblem(files[0], error.problem);
    return exitCodes.refused;
  }
}
