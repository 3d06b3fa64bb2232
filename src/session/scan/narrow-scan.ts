import { resolve } from 'node:path';
import { type ChangedLines, readGitChanges } from '../../capture/store/read-git-changes.ts';
import type { Finding, FindingHop, ScanResult } from '../../core/model/finding.ts';
import { markBaseline, readBaseline } from '../../core/report/baseline.ts';
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

/** Marks the findings that an earlier scan, written as JSON or SARIF, has too. */
export const compareWithBaseline = async (result: ScanResult, file: string): Promise<ScanResult> => {
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
  return markBaseline(result, read.fingerprints);
};
