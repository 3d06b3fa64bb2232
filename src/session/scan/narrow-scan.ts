import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ChangedLines, readGitChanges } from '../../capture/store/read-git-changes.ts';
import type { Finding, FindingHop, ScanResult } from '../../core/model/finding.ts';
import { markBaseline, readBaseline } from '../../core/report/baseline.ts';
import { formatCounted } from '../../core/report/format-numbers.ts';
import { readFile } from 'node:fs/promises';
import { describeIoError } from '../describe-io-error.ts';
import { SessionError } from '../types.ts';

const touches = (changes: ChangedLines, { file, line, endLine }: Pick<FindingHop, 'file' | 'line' | 'endLine'>): boolean => {
  const lines = changes.get(file);
  return lines === null || (lines?.some(([first, last]) => first <= endLine && line <= last) ?? false);
};

/** The findings with a place, be it the head of a loop around it or a call on the way, in lines that changed since a commit. Without git or with an unknown commit a `SessionError`. */
export const keepChangedSince = async (result: ScanResult, ref: string): Promise<ScanResult> => {
  const read = await readGitChanges(result.root, ref);
  if (!read.ok) throw new SessionError({ code: 'no-changes', message: read.reason, file: result.root });
  const isTouched = (finding: Finding): boolean => [finding, ...(finding.loops ?? []).map((loop) => ({ ...loop, file: finding.file })), ...finding.chain].some((place) => touches(read.changes, place));
  return { ...result, findings: result.findings.filter(isTouched) };
};

const largestBaseline = 256_000_000;

export interface ComparedScan {
  readonly result: ScanResult;
  /** Why the baseline may be of something else, or not whole; `null` when nothing says so. */
  readonly doubt: string | null;
}

/** Files of a baseline that are looked for. */
const mostLooked = 1000;

/** Files come and go, and a project may lie elsewhere today; but of its own project some are left. */
const doubtOf = (root: string, files: ReadonlySet<string>): string | null => {
  const looked = [...files].slice(0, mostLooked);
  if (looked.length === 0 || looked.some((file) => existsSync(join(root, file)))) return null;
  return `${looked.length === 1 ? `The file it names, ${looked[0]}, is not` : `None of the ${looked.length} files it names is`} in ${root}: it seems to be of another project`;
};

/** Marks the findings that an earlier scan, written as JSON or SARIF, has too. */
export const compareWithBaseline = async (result: ScanResult, file: string): Promise<ComparedScan> => {
  let text: string;
  try {
    const bytes = await readFile(resolve(file));
    if (bytes.length > largestBaseline) throw new SessionError({ code: 'bad-baseline', message: 'The baseline is larger than 256 MB', file });
    text = bytes.toString('utf8');
  } catch (error) {
    throw error instanceof SessionError ? error : new SessionError({ code: 'unreadable', message: describeIoError(error), file });
  }
  const read = readBaseline(text);
  if (!read.ok) throw new SessionError({ code: 'bad-baseline', message: `This is no baseline: ${read.reason}`, file });
  const doubt = doubtOf(result.root, read.files) ?? (read.truncated ? `It lists ${formatCounted(read.fingerprints.size, 'finding')} and there were more, which count as new` : null);
  return { result: markBaseline(result, read.fingerprints), doubt };
};
