import type { Analysis, FunctionTime, LineTime } from '../model/analysis.ts';
import { describeProblem, describeRecordings } from './describe-run.ts';
import { displayFile } from './display-file.ts';
import { formatAmount, formatCount, formatCounted, formatShare } from './format-numbers.ts';
import { headline } from './headline.ts';
import { nameWhole } from './name-whole.ts';
import type { ReportOptions } from './report-options.ts';
import { alignColumns, wrapText } from './text-table.ts';
import { cutEnd, cutStart, textWidth, visibleText } from './visible-text.ts';

const indent = '  ';
const titles = { 'CPU time': 'Where the CPU time went', 'wall time': 'Where the wall time went', bytes: 'Where the bytes are', count: 'Where the counts are' } as const;

/** Of a number of the analysis, which may be ms, bytes or a count. */
type FormatAmount = (ms: number) => string;

/** The report for a terminal or a log: the sentence, the run, then functions, lines, categories and problems. */
export function writeText(analysis: Analysis, options: ReportOptions): string {
  const columns = Math.min(120, Math.max(80, options.columns));
  const paint = painter(options.color);
  const show = (file: string): string => visibleText(displayFile(file, options.cwd, options.paths), 300);
  const top = options.top > 0 ? options.top : Infinity;
  const amount: FormatAmount = (ms) => formatAmount(ms, analysis.unit);
  const title = (text: string, shown: number, all: number): string => paint.bold(shown < all ? `${text} (${formatCount(shown)} of ${formatCount(all)})` : text);
  const functions = analysis.functions.filter(({ selfMs }) => selfMs > 0);
  const lines = analysis.lines.filter(({ selfMs }) => selfMs > 0);
  const sections = [
    wrapText(headline(analysis), columns, '', '').map(paint.bold),
    describeRecordings(analysis, options.nodeVersion).flatMap((line) => wrapText(visibleText(line, 400), columns, '', indent)),
    functions.length === 0 ? [] : [title('Hottest functions', Math.min(top, functions.length), functions.length), ...functionRows(functions.slice(0, top), amount, show, columns)],
    lines.length === 0 ? [] : [title('Hottest lines', Math.min(top, lines.length), lines.length), ...lineRows(lines.slice(0, top), amount, show, columns)],
    categoryRows(analysis, amount, paint.bold),
    problemRows(analysis, show, columns, paint.bold),
  ];
  return `${sections.filter((section) => section.length > 0).map((section) => section.join('\n')).join('\n\n')}\n`;
}

function functionRows(functions: readonly FunctionTime[], amount: FormatAmount, show: (file: string) => string, columns: number): string[] {
  const numbers = alignColumns(
    [
      [`${indent}self`, 'share', '± points', 'total', 'samples'],
      ...functions.map(({ selfMs, selfShare, shareError, totalMs, samples }) => [
        indent + amount(selfMs), formatShare(selfShare), `± ${(shareError * 100).toFixed(1)}`, amount(totalMs), formatCount(samples),
      ]),
    ],
    ['right', 'right', 'right', 'right', 'right'],
  );
  const names = ['function', ...functions.map(({ name }) => visibleText(name))];
  const places = ['where', ...functions.map((entry) => placeOf(entry, show))];
  // The place gets what the names leave it, the names at least two fifths.
  const room = columns - textWidth(numbers[0]) - 4;
  const nameCells = Math.max(room - widest(places), Math.floor(room * 0.4));
  const shownNames = names.map((name) => cutEnd(name, nameCells));
  const placeCells = room - widest(shownNames);
  const rows = alignColumns(numbers.map((cells, row) => [cells, shownNames[row], cutStart(places[row], placeCells)]), ['left', 'left', 'left']);
  const rough = places.some((place) => place.startsWith('~ ')) ? wrapText(roughNote, columns, indent, indent.repeat(2)) : [];
  return [...rows, ...rough];
}

const roughNote = '~ lines not exact: V8 or the source map leads to the function only, or there is no usable map';
const widest = (texts: readonly string[]): number => texts.reduce((cells, text) => Math.max(cells, textWidth(text)), 0);

function placeOf({ file, line, category, mapping }: FunctionTime, show: (file: string) => string): string {
  if (file === '') return category === 'native' ? 'native' : '';
  return `${mapping === 'exact' ? '' : '~ '}${show(file)}${line > 0 ? `:${line}` : ''}`;
}

function lineRows(lines: readonly LineTime[], amount: FormatAmount, show: (file: string) => string, columns: number): string[] {
  const rows = lines.map(({ file, line, selfMs, share, samples }) => [
    indent + amount(selfMs), formatShare(share), formatCount(samples), cutStart(`${show(file)}:${line}`, columns - 32),
  ]);
  return alignColumns([[`${indent}self`, 'share', 'samples', 'where'], ...rows], ['right', 'right', 'right', 'left']);
}

/** Idle stands apart: the shares are of the rest. */
function categoryRows(analysis: Analysis, amount: FormatAmount, bold: (text: string) => string): string[] {
  const { categories, durationMs, idleMs } = analysis;
  const busyMs = durationMs - idleMs;
  const spent = categories.filter(({ name, selfMs }) => selfMs > 0 && name !== 'idle');
  if (spent.length === 0) return [];
  const rows = spent.map(({ name, selfMs }) => [indent + amount(selfMs), formatShare(selfMs / busyMs), name]);
  const idle = idleMs > 0 ? [[indent + amount(idleMs), '', 'idle, in no share']] : [];
  return [bold(titles[nameWhole(analysis)]), ...alignColumns([...rows, ...idle], ['right', 'right', 'left'])];
}

function problemRows({ problems }: Analysis, show: (file: string) => string, columns: number, bold: (text: string) => string): string[] {
  if (problems.length === 0) return [];
  const rows = problems.flatMap((problem) => wrapText(visibleText(describeProblem(problem, show), 400), columns, indent, indent.repeat(2)));
  return [bold(formatCounted(problems.length, 'problem')), ...rows];
}

const painter = (color: boolean) => ({ bold: (text: string): string => (color ? `\u001b[1m${text}\u001b[22m` : text) });
