import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { createSpawnHost, describeIoError, emptyAnalysis, findIdleEntry, record, SessionError, visibleText } from '../../session/index.ts';
import type { OpenedRecording, RecordRequest } from '../../session/index.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import { listenForInterrupts } from '../interrupts.ts';
import { pruneStore, sweepStore } from '../keep-store.ts';
import type { Interrupts } from '../interrupts.ts';
import { parseOptions, readNumber } from '../parse-options.ts';
import type { ParsedOptions } from '../parse-options.ts';
import { printFailure, printProblem } from '../print-failure.ts';
import { printReport, readReportChoice, reportKinds } from '../print-report.ts';
import type { ReportChoice } from '../print-report.ts';
import { UsageError } from '../usage-error.ts';

const kinds = { ...reportKinds, node: 'value', interval: 'value', delay: 'value', duration: 'value', out: 'value' } as const;

/** `flameline profile <file> [-- args…]`: runs it, prints where its time went, and answers how it ended. */
export async function profile(args: readonly string[]): Promise<ExitCode> {
  const options = parseOptions('profile', args, kinds);
  const choice = readReportChoice(options);
  const { file, programArgs } = readTarget(options);
  const settings = readSettings(options);
  const refusal = refuseFile(file);
  if (refusal !== null) {
    printFailure(`${file}: ${refusal}`);
    return exitCodes.refused;
  }
  const interrupts = listenForInterrupts();
  try {
    await sweepStore(settings.store);
    const opened = await record({ ...settings, file: resolve(file), args: programArgs, ...runOptions(choice, settings, interrupts) });
    const idleEntry = findIdleEntry(opened.analysis, resolve(file));
    const problems = idleEntry ? [...opened.analysis.problems, idleEntry] : opened.analysis.problems;
    printReport({ ...opened.analysis, problems }, choice, opened.manifest?.nodeVersion ?? '');
    if (choice.format === 'text' && process.stderr.isTTY) process.stderr.write(`\nKept in ${visibleText(relative(process.cwd(), opened.path), 500)}\n`);
    await pruneStore(settings.store);
    return endedWell(opened, interrupts) ? exitCodes.done : exitCodes.programFailed;
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
    printProblem(file, error.problem);
    if (error.problem.code !== 'no-profile') return exitCodes.refused;
    if (choice.format === 'json') printReport(emptyAnalysis(error.problem), choice, '');
    return exitCodes.programFailed;
  } finally {
    interrupts.dispose();
  }
}

/** The program's file stands before `--`; one whose name begins with a dash may be the first behind it. */
function readTarget({ positionals, rest }: ParsedOptions): { readonly file: string; readonly programArgs: readonly string[] } {
  const [file, extra] = positionals;
  if (file === '') throw new UsageError('The file to run has no name; is a variable of the shell not set?');
  if (extra !== undefined) throw new UsageError(`One file is profiled at a time; arguments of the program follow --: flameline profile ${JSON.stringify(file)} -- ${JSON.stringify(extra)}`);
  if (file !== undefined) return { file, programArgs: rest };
  const [first, ...others] = rest;
  if (first === undefined) throw new UsageError('Name the file to run: flameline profile <file>');
  return { file: first, programArgs: others };
}

type Settings = Pick<RecordRequest, 'store' | 'nodePath' | 'intervalUs' | 'delayMs' | 'durationMs'>;

function readSettings(options: ParsedOptions): Settings {
  const node = options.values.get('node');
  const intervalUs = readNumber(options, 'interval', { min: 50, max: 1_000_000, whole: true, unit: 'microseconds' });
  const delayMs = readNumber(options, 'delay', { min: 0, max: 86_400_000, whole: true, unit: 'milliseconds' });
  const seconds = readNumber(options, 'duration', { min: 0.1, max: 86_400, whole: false, unit: 'seconds' });
  return {
    store: resolve(options.values.get('out') ?? '.flameline'),
    ...(node === undefined ? {} : { nodePath: resolve(node) }),
    ...(intervalUs === undefined ? {} : { intervalUs }),
    ...(delayMs === undefined ? {} : { delayMs }),
    ...(seconds === undefined ? {} : { durationMs: seconds * 1000 }),
  };
}

function refuseFile(file: string): string | null {
  try {
    return statSync(file).isFile() ? null : 'It is no file that Node can run';
  } catch (error) {
    return describeIoError(error);
  }
}

/** The probe ends its recording by its own clock; ending the program follows, so that the time asked for is all there. */
const endingMs = 500;

const runOptions = ({ format }: ReportChoice, { durationMs }: Settings, interrupts: Interrupts): Pick<RecordRequest, 'env' | 'host' | 'stop' | 'onPhase'> => ({
  env: {},
  // With JSON on stdout the program's own stdout goes to stderr.
  host: interrupts.watch(createSpawnHost({ stdout: format === 'json' ? 'stderr' : 'stdout' })),
  stop: interrupts.stop,
  onPhase(phase) {
    if (phase === 'recording' && durationMs !== undefined) interrupts.stopAfter(durationMs + endingMs);
  },
});

/** A run the user stopped, by hand or by `--duration`, ended well whatever the program made of the signal. */
function endedWell({ manifest }: OpenedRecording, { stop }: Interrupts): boolean {
  return manifest === null || stop.aborted || (manifest.exitCode === 0 && manifest.signal === null);
}
