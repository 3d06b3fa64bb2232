import type { ComparedRun, Comparison, FunctionChange, VanishedStack } from '../compare/comparison.ts';
import { headlineComparison } from './comparison-headline.ts';
import { describeProblem } from './describe-run.ts';
import { displayFile } from './display-file.ts';
import { formatChange, formatCompared } from './format-change.ts';
import { formatAmount, formatCount, formatCounted, formatShare } from './format-numbers.ts';
import type { ReportOptions } from './report-options.ts';
import { alignColumns, wrapText } from './text-table.ts';
import { cutEnd, cutStart, textWidth, visibleText } from './visible-text.ts';

const indent = '  ';
/** Stands for a number of a run that has the function not. */
const none = '–';
/** Vanished stacks listed unless everything was asked for. */
export const shownStacks = 10;

/** The comparison for a terminal or a log: the sentence, both runs, changed functions, what vanished, problems. */
export function writeComparisonText(comparison: Comparison, options: ReportOptions): string {
  const columns = Math.min(120, Math.max(80, options.columns));
  const bold = (text: string): string => (options.color ? `\u001b[1m${text}\u001b[22m` : text);
  const show = (file: string): string => visibleText(displayFile(file, options.cwd, options.paths), 300);
  const top = options.top > 0 ? options.top : Infinity;
  const title = (text: string, shown: number, all: number): string => bold(shown < all ? `${text} (${formatCount(shown)} of ${formatCount(all)})` : text);
  const changed = comparison.functions.filter(({ kind }) => kind !== 'same');
  const { vanished, vanishedCount, problems } = comparison;
  const stacks = vanished.slice(0, options.top > 0 ? Math.min(top, shownStacks) : Infinity);
  const sections = [
    wrapText(headlineComparison(comparison), columns, '', '').map(bold),
    runRows(comparison, columns),
    changed.length === 0 ? [] : [title('Changes by function', Math.min(top, changed.length), changed.length), ...changeRows(changed.slice(0, top), comparison, show, columns)],
    stacks.length === 0 ? [] : [title('Stacks that vanished', stacks.length, vanishedCount), ...stackRows(stacks, comparison, columns)],
    problems.length === 0 ? [] : [bold(formatCounted(problems.length, 'problem')), ...problems.flatMap((problem) => wrapText(visibleText(describeProblem(problem, show), 400), columns, indent, indent.repeat(2)))],
  ];
  return `${sections.filter((section) => section.length > 0).map((section) => section.join('\n')).join('\n\n')}\n`;
}

function runRows({ unit, before, after }: Comparison, columns: number): string[] {
  const describe = ({ label, all, idle, samples }: ComparedRun): string =>
    [label, formatAmount(all, unit), idle > 0 ? `${formatShare(idle / all)} idle` : '', unit === 'count' ? '' : formatCounted(samples, 'sample')].filter((fact) => fact !== '').join(' · ');
  const row = (name: string, run: ComparedRun): string[] => wrapText(visibleText(describe(run), 400), columns, name, ' '.repeat(name.length));
  return [...row('before  ', before), ...row('after   ', after)];
}

function changeRows(changes: readonly FunctionChange[], comparison: Comparison, show: (file: string) => string, columns: number): string[] {
  const amount = (value: number | undefined): string => (value === undefined ? none : formatCompared(value, comparison));
  const numbers = alignColumns(
    [
      [`${indent}self`, 'before', 'after', 'total'],
      ...changes.map(({ before, after }) => [
        indent + formatChange((after?.self ?? 0) - (before?.self ?? 0), comparison), amount(before?.self), amount(after?.self),
        formatChange((after?.total ?? 0) - (before?.total ?? 0), comparison),
      ]),
    ],
    ['right', 'right', 'right', 'right'],
  );
  const names = ['function', ...changes.map(({ name }) => visibleText(name))];
  const places = ['where', ...changes.map((change) => placeOf(change, show))];
  // The place gets what the names leave it, the names at least two fifths.
  const room = columns - textWidth(numbers[0]) - 4;
  const nameCells = Math.max(room - widest(places), Math.floor(room * 0.4));
  const shownNames = names.map((name) => cutEnd(name, nameCells));
  const placeCells = room - widest(shownNames);
  return alignColumns(numbers.map((cells, row) => [cells, shownNames[row], cutStart(places[row], placeCells)]), ['left', 'left', 'left']);
}

const widest = (texts: readonly string[]): number => texts.reduce((cells, text) => Math.max(cells, textWidth(text)), 0);

function placeOf({ before, after, category }: FunctionChange, show: (file: string) => string): string {
  const place = after ?? before;
  if (!place || place.file === '') return category === 'native' ? 'native' : '';
  return `${show(place.file)}${place.line > 0 ? `:${place.line}` : ''}`;
}

function stackRows(stacks: readonly VanishedStack[], comparison: Comparison, columns: number): string[] {
  const path = ({ frames, left }: VanishedStack): string => [...(left > 0 ? [`${formatCount(left)} more`] : []), ...frames.map(({ name }) => visibleText(name, 60))].join(' › ');
  const amounts = stacks.map(({ total }) => indent + formatCompared(total, comparison));
  const room = columns - widest(amounts) - 2;
  return alignColumns(stacks.map((stack, row) => [amounts[row], cutStart(path(stack), room)]), ['right', 'left']);
}
