import type { ComparedRun, Comparison, FunctionAmount, FunctionChange, FunctionPlace, VanishedStack } from '../compare/comparison.ts';
import { displayFile } from './display-file.ts';
import { escapeHidden, problemOf, round } from './json-text.ts';
import type { ReportOptions } from './report-options.ts';

/** Of the JSON contract; changes when a field changes its meaning or goes. */
const jsonVersion = 1;

/** The contract of `diff --format json`; every field is named in docs/compare.md. */
export function writeComparisonJson(comparison: Comparison, { cwd, paths, top }: ReportOptions): string {
  const most = top > 0 ? top : Infinity;
  const show = (path: string): string => displayFile(path, cwd, paths);
  const absolute = amounts(comparison.unit === 'microseconds' ? 1 : 1000);
  const compared = amounts(comparison.unit === 'microseconds' || comparison.measure === 'share' ? 1 : 1000);
  const document = {
    version: jsonVersion,
    unit: comparison.unit === 'microseconds' ? 'ms' : comparison.unit,
    measure: comparison.measure,
    before: runOf(comparison.before, absolute),
    after: runOf(comparison.after, absolute),
    functions: comparison.functions.slice(0, most).map((change) => functionOf(change, compared, show)),
    vanished: comparison.vanished.slice(0, most).map((stack) => stackOf(stack, compared, show)),
    problems: comparison.problems.map((problem) => problemOf(problem, show)),
    truncated: comparison.functions.length > most || comparison.vanishedCount > Math.min(most, comparison.vanished.length),
  };
  return `${escapeHidden(JSON.stringify(document, null, 2))}\n`;
}

type Amount = (value: number) => number;
const amounts = (factor: number): Amount => (value) => round(value * factor);

const runOf = ({ label, all, idle, samples }: ComparedRun, amount: Amount) => ({ label, total: amount(all), idle: amount(idle), samples });

const functionOf = ({ kind, name, category, before, after }: FunctionChange, amount: Amount, show: (path: string) => string) => ({
  change: kind,
  name,
  category,
  before: sideOf(before, amount, show),
  after: sideOf(after, amount, show),
  self: amount((after?.self ?? 0) - (before?.self ?? 0)),
  total: amount((after?.total ?? 0) - (before?.total ?? 0)),
});

const sideOf = (side: (FunctionPlace & FunctionAmount) | null, amount: Amount, show: (path: string) => string) =>
  side && { file: show(side.file), line: side.line, self: amount(side.self), total: amount(side.total) };

const stackOf = ({ total, frames, left }: VanishedStack, amount: Amount, show: (path: string) => string) => ({
  total: amount(total), frames: frames.map(({ name, file, line }) => ({ name, file: show(file), line })), left,
});
