import type { Analysis, FunctionTime, LineTime } from '../model/analysis.ts';
import type { ProfileUnit } from '../model/profile.ts';
import { describeProblem, describeRecordings } from './describe-run.ts';
import { displayFile } from './display-file.ts';
import { formatAmount, formatCount, formatError, formatShare } from './format-numbers.ts';
import { headline } from './headline.ts';
import { cutNote, escapeMarkdown, quoteMarkdown, quotePlace } from './markdown-text.ts';
import { nameWhole } from './name-whole.ts';
import type { ReportOptions } from './report-options.ts';

const wholes = { 'CPU time': 'CPU time', 'wall time': 'Wall time', bytes: 'Bytes', count: 'Counts' } as const;

/** The report for a pull request or a chat. */
export function writeMarkdown(analysis: Analysis, options: ReportOptions): string {
  const show = (file: string): string => displayFile(file, options.cwd, options.paths);
  const top = options.top > 0 ? options.top : Infinity;
  const functions = analysis.functions.filter(({ selfMs }) => selfMs > 0);
  const lines = analysis.lines.filter(({ selfMs }) => selfMs > 0);
  const sections = [
    [`**${headline(analysis, (name) => quoteMarkdown(name, 60))}**`],
    describeRecordings(analysis, options.nodeVersion).map((line) => `- ${escapeMarkdown(line)}`),
    functions.length === 0 ? [] : functionTable(functions.slice(0, top), analysis.unit, show),
    cutNote(functions.length, top, 'function'),
    lines.length === 0 ? [] : lineTable(lines.slice(0, top), analysis.unit, show),
    cutNote(lines.length, top, 'line'),
    [categorySentence(analysis)].filter((sentence) => sentence !== ''),
    analysis.problems.map((problem) => `- ${escapeMarkdown(describeProblem(problem, show))}`),
  ];
  return `${sections.filter((section) => section.length > 0).map((section) => section.join('\n')).join('\n\n')}\n`;
}

function functionTable(functions: readonly FunctionTime[], unit: ProfileUnit, show: (file: string) => string): string[] {
  const rows = functions.map(
    ({ name, file, line, selfMs, selfShare, shareError, totalMs, samples }) =>
      `| ${formatAmount(selfMs, unit)} | ${formatShare(selfShare)} ${formatError(shareError)} | ${formatAmount(totalMs, unit)} | ${formatCount(samples)} | ${quoteMarkdown(name)} | ${quotePlace(show(file), line)} |`,
  );
  return ['| Self | Share | Total | Samples | Function | Where |', '| ---: | ---: | ---: | ---: | :--- | :--- |', ...rows];
}

function lineTable(lines: readonly LineTime[], unit: ProfileUnit, show: (file: string) => string): string[] {
  const rows = lines.map(({ file, line, selfMs, share, samples }) => `| ${formatAmount(selfMs, unit)} | ${formatShare(share)} | ${formatCount(samples)} | ${quotePlace(show(file), line)} |`);
  return ['| Self | Share | Samples | Line |', '| ---: | ---: | ---: | :--- |', ...rows];
}

function categorySentence(analysis: Analysis): string {
  const { categories, durationMs, idleMs, unit } = analysis;
  const spent = categories.filter(({ name, selfMs }) => selfMs > 0 && name !== 'idle');
  const parts = spent.map(({ name, selfMs }) => `${name} ${formatShare(selfMs / (durationMs - idleMs))}`);
  return parts.length === 0 ? '' : `${wholes[nameWhole(analysis)]}: ${parts.join(', ')}.${idleMs > 0 ? ` Idle: ${formatAmount(idleMs, unit)}, in no share.` : ''}`;
}
