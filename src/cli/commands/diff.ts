import { compareRecordings, describeProblem, measures, renderComparison, SessionError } from '../../session/index.ts';
import type { Problem } from '../../session/index.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import { parseOptions, readChoice, readPaths } from '../parse-options.ts';
import { findTyped, printFailure, printProblem } from '../print-failure.ts';
import { outputOptions, readReportChoice, reportKinds } from '../print-report.ts';
import { UsageError } from '../usage-error.ts';

const kinds = { ...reportKinds, measure: 'value' } as const;

/** `flameline diff <before> <after>`: what the second run does otherwise than the first. */
export async function diff(args: readonly string[]): Promise<ExitCode> {
  const options = parseOptions('diff', args, kinds);
  const paths = readPaths(options);
  if (paths.length !== 2) throw new UsageError('Name two profiles or recordings: flameline diff <before> <after>');
  const choice = readReportChoice(options);
  const measure = readChoice(options, 'measure', ['usual', ...measures], 'usual');
  const [before, after] = paths;
  try {
    const { comparison } = await compareRecordings(before, after, { roots: [process.cwd()], labels: [before, after], ...(measure !== 'usual' && { measure }) });
    process.stdout.write(renderComparison(comparison, { ...choice, ...outputOptions() }));
    return exitCodes.done;
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
    printRefusal(paths, error.problem);
    return exitCodes.refused;
  }
}

/** Names the path it is about as it was typed; what is about both names both. */
function printRefusal(paths: readonly string[], problem: Problem): void {
  const typed = findTyped(paths, problem);
  if (typed === undefined) printFailure(`${paths.join(' and ')}: ${describeProblem(problem, (path) => path)}`);
  else printProblem(typed, problem);
}
