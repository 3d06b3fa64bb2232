import { join, relative, resolve } from 'node:path';
import { compareWithBaseline, isOpen, keepChangedSince, ruleIds, scan as scanPaths, scanFormats, SessionError, severities, unreadable, userFactsFolder, writeScan } from '../../session/index.ts';
import type { ScanResult } from '../../session/index.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import { type OptionKinds, type ParsedOptions, parseOptions, readChoice, readPaths } from '../parse-options.ts';
import { findTyped, printFailure, printProblem } from '../print-failure.ts';
import { UsageError } from '../usage-error.ts';
import { readVersion } from '../version.ts';

const kinds = { rule: 'value', format: 'value', 'fail-on': 'value', since: 'value', baseline: 'value', 'no-cache': 'flag', help: 'flag' } as const satisfies OptionKinds;

/** `--rule` may be given several times, or hold several ids with commas between them. */
function readRules(args: readonly string[], { values }: ParsedOptions): readonly string[] {
  if (!values.has('rule')) return [];
  const given = args.flatMap((arg, index) => (arg.startsWith('--rule=') ? [arg.slice(7)] : arg === '--rule' ? [args[index + 1]] : []));
  const ids = given.flatMap((text) => text.split(','));
  const unknown = ids.find((id) => !ruleIds.includes(id));
  if (unknown !== undefined) throw new UsageError(`--rule must be ${ruleIds.join(', ')}, not ${JSON.stringify(unknown)}`);
  return ids;
}

const narrow = async (scanned: ScanResult, { values }: ParsedOptions): Promise<ScanResult> => {
  const [ref, file] = [values.get('since'), values.get('baseline')];
  // Fingerprints number equal findings of a file, so the baseline looks at all of them.
  const { result, doubt } = file === undefined ? { result: scanned, doubt: null } : await compareWithBaseline(scanned, file);
  if (doubt !== null) printFailure(`${file}: ${doubt}`);
  return ref === undefined ? result : keepChangedSince(result, ref);
};

/** Says of each file that was named by itself why it could not be read; whether there is one. Others stand in the result. */
const tellUnread = (paths: readonly string[], { root, filesSkipped }: ScanResult): boolean => {
  const named = new Map(paths.map((path) => [resolve(path), path]));
  const unread = filesSkipped.filter((skipped) => unreadable(skipped) && named.has(join(root, skipped.file)));
  for (const { file, reason } of unread) printFailure(`${named.get(join(root, file)) ?? file}: ${reason.replace(/^./, (first) => first.toUpperCase())}`);
  return unread.length > 0;
};

/** `flameline scan [paths…]`: finds places that will cost time, without running anything. */
export async function scan(args: readonly string[]): Promise<ExitCode> {
  const options = parseOptions('scan', args, kinds);
  const paths = readPaths(options);
  const format = readChoice(options, 'format', scanFormats, 'text');
  const failOn = options.values.has('fail-on') ? readChoice(options, 'fail-on', severities, 'error') : null;
  const rules = readRules(args, options);
  try {
    const scanned = await scanPaths(paths, { cwd: process.cwd(), rules, fixes: format === 'sarif', factsFolder: options.flags.has('no-cache') ? null : userFactsFolder(process.platform, process.env) });
    const result = await narrow(scanned, options);
    const { stdout, env } = process;
    stdout.write(writeScan(result, format, { version: readVersion(), color: stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb' }));
    if (tellUnread(paths, result)) return exitCodes.refused;
    const reached = failOn !== null && result.findings.some((finding) => isOpen(finding) && severities.indexOf(finding.severity) <= severities.indexOf(failOn));
    return reached ? exitCodes.found : exitCodes.done;
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
    printProblem(findTyped(paths, error.problem) ?? (relative(process.cwd(), error.problem.file ?? '.') || '.'), error.problem);
    return exitCodes.refused;
  }
}
