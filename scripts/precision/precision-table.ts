import type { JudgedRule } from './judged.ts';
import { wilsonInterval } from './wilson-interval.ts';

const percent = (share: number): string => `${Math.round(share * 100)}`.padStart(3);

const precisionRow = ({ rule, reports }: JudgedRule, width: number): string => {
  const right = reports.filter(({ verdict }) => verdict === 'right').length;
  const unsure = reports.filter(({ verdict }) => verdict === 'unsure').length;
  const [low, high] = wilsonInterval(right, reports.length);
  const share = reports.length === 0 ? '  –' : percent(right / reports.length);
  const repositories = new Set(reports.map(({ repository }) => repository)).size;
  return `${rule.padEnd(width)}  ${`${right} of ${reports.length}`.padStart(9)}  ${share} %  ${percent(low)} to ${percent(high)} %  ${`${unsure}`.padStart(6)}  ${`${repositories}`.padStart(12)}`;
};

/** A line a rule: how many judged reports are right. What nobody could tell counts as wrong. */
export function precisionTable(rules: readonly JudgedRule[]): string {
  const width = Math.max(4, ...rules.map(({ rule }) => rule.length));
  const head = `${'rule'.padEnd(width)}  ${'right'.padStart(9)}  share  95 % interval  unsure  repositories`;
  return [head, ...rules.map((rule) => precisionRow(rule, width))].join('\n');
}
