import type { Analysis, FunctionTime, LineTime, RecordingSummary } from '../model/analysis.ts';
import type { ProfileUnit } from '../model/profile.ts';
import type { ReportOptions } from './report-options.ts';
import { displayFile } from './display-file.ts';
import { escapeHidden, problemOf, round } from './json-text.ts';

/** Of the JSON contract; changes when a field changes its meaning or goes. */
const jsonVersion = 1;

/** The contract of `--format json`; every field is named in docs/profile-model.md. */
export function writeJson(analysis: Analysis, options: ReportOptions): string {
  const document = documentOf(analysis, options);
  return `${escapeHidden(JSON.stringify(analysis.unit === 'microseconds' ? document : withUnit(document, analysis.unit), null, 2))}\n`;
}

function documentOf(analysis: Analysis, options: ReportOptions) {
  const top = options.top > 0 ? options.top : Infinity;
  const file = (path: string): string => displayFile(path, options.cwd, options.paths);
  return {
    version: jsonVersion,
    recordings: analysis.recordings.map(recordingOf),
    categories: analysis.categories.map(({ name, selfMs }) => ({ name, selfMs: round(selfMs) })),
    functions: analysis.functions.slice(0, top).map((entry) => functionOf(entry, file)),
    lines: analysis.lines.slice(0, top).map((line) => lineOf(line, file)),
    problems: analysis.problems.map((problem) => problemOf(problem, file)),
    truncated: analysis.functions.length > top || analysis.lines.length > top,
  };
}

/** What is not time has no ms: `selfMs` becomes `self` in whole bytes or counts, and what only time has is left out. */
function withUnit({ version, recordings, categories, functions, lines, ...rest }: ReturnType<typeof documentOf>, unit: ProfileUnit) {
  return {
    version,
    unit,
    recordings: recordings.map(({ label, pid, threadId, durationMs, samples, partial, reason }) => ({ label, pid, threadId, total: whole(durationMs), samples, partial, reason })),
    categories: categories.map(({ name, selfMs }) => ({ name, self: whole(selfMs) })),
    functions: functions.map(({ selfMs, totalMs, ...entry }) => ({ ...entry, self: whole(selfMs), total: whole(totalMs) })),
    lines: lines.map(({ selfMs, ...line }) => ({ ...line, self: whole(selfMs) })),
    ...rest,
  };
}

const whole = (thousands: number): number => Math.round(thousands * 1e6) / 1e3;

const recordingOf = ({ label, pid, threadId, durationMs, idleMs, samples, intervalUs, overheadShare, partial, reason, exitCode, signal }: RecordingSummary) => ({
  label, pid, threadId, durationMs: round(durationMs), idleMs: round(idleMs), samples, intervalUs,
  overheadShare: overheadShare === null ? null : round(overheadShare), partial, reason, exitCode, signal,
});

const functionOf = (entry: FunctionTime, file: (path: string) => string) => ({
  name: entry.name,
  file: file(entry.file),
  line: entry.line,
  column: entry.column,
  category: entry.category,
  mapping: entry.mapping,
  selfMs: round(entry.selfMs),
  totalMs: round(entry.totalMs),
  selfShare: round(entry.selfShare),
  totalShare: round(entry.totalShare),
  shareError: round(entry.shareError),
  samples: entry.samples,
});

const lineOf = (line: LineTime, file: (path: string) => string) => ({
  file: file(line.file), line: line.line, selfMs: round(line.selfMs), share: round(line.share), samples: line.samples,
});
