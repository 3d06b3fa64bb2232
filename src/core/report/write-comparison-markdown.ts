import type { ComparedRun, Comparison, FunctionChange } from '../compare/comparison.ts';
import { headlineComparison } from './comparison-headline.ts';
import { describeProblem } from './describe-run.ts';
import { displayFile } from './display-file.ts';
import { formatChange, formatCompared } from './format-change.ts';
import { formatAmount, formatCounted, formatShare } from './format-numbers.ts';
import { cutNote, escapeMarkdown, quoteMarkdown, quotePlace } from './markdown-text.ts';
import type { ReportOptions } from './report-options.ts';
import { shownStacks } from './write-comparison-text.ts';

/** Frames of a vanished stack in a sentence, from its end. */
const shownFrames = 6;

/** The comparison for a pull request or a chat. */
export function writeComparisonMarkdown(comparison: Comparison, options: ReportOptions): string {
  const show = (file: string): string => displayFile(file, options.cwd, options.paths);
  const top = options.top > 0 ? options.top : Infinity;
  const changed = comparison.functions.filter(({ kind }) => kind !== 'same');
  const sections = [
    [`**${headlineComparison(comparison, (name) => quoteMarkdown(name, 60))}**`],
    [runLine('before', comparison.before, comparison), runLine('after', comparison.after, comparison)],
    changed.length === 0 ? [] : changeTable(changed.slice(0, top), comparison, show),
    cutNote(changed.length, top, 'function'),
    vanishedList(comparison, options.top > 0 ? Math.min(top, shownStacks) : Infinity),
    comparison.problems.map((problem) => `- ${escapeMarkdown(describeProblem(problem, show))}`),
  ];
  return `${sections.filter((section) => section.length > 0).map((section) => section.join('\n')).join('\n\n')}\n`;
}

function runLine(name: string, { label, all, idle, samples }: ComparedRun, { unit }: Comparison): string {
  const facts = [formatAmount(all, unit), idle > 0 ? `${formatShare(idle / all)} idle` : '', unit === 'count' ? '' : formatCounted(samples, 'sample')];
  return `- ${name}: ${quoteMarkdown(label)} · ${facts.filter((fact) => fact !== '').join(' · ')}`;
}

function changeTable(changes: readonly FunctionChange[], comparison: Comparison, show: (file: string) => string): string[] {
  const amount = (value: number | undefined): string => (value === undefined ? '–' : formatCompared(value, comparison));
  const rows = changes.map(({ name, before, after }) => {
    const place = after ?? before;
    const self = formatChange((after?.self ?? 0) - (before?.self ?? 0), comparison);
    const total = formatChange((after?.total ?? 0) - (before?.total ?? 0), comparison);
    return `| ${self} | ${amount(before?.self)} | ${amount(after?.self)} | ${total} | ${quoteMarkdown(name)} | ${place ? quotePlace(show(place.file), place.line) : ''} |`;
  });
  return ['| Self | Before | After | Total | Function | Where |', '| ---: | ---: | ---: | ---: | :--- | :--- |', ...rows];
}

function vanishedList(comparison: Comparison, top: number): string[] {
  const { vanished, vanishedCount } = comparison;
  if (vanished.length === 0) return [];
  const rows = vanished.slice(0, top).map(({ total, frames }) => {
    const end = frames.slice(-shownFrames).map(({ name }) => quoteMarkdown(name, 60));
    return `- ${formatCompared(total, comparison)}: ${frames.length > shownFrames ? '… › ' : ''}${end.join(' › ')}`;
  });
  return ['Stacks that vanished:', '', ...rows, ...cutNote(vanishedCount, rows.length, 'stack').flatMap((note) => ['', note])];
}
