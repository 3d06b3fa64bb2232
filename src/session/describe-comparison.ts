import type { Comparison } from '../core/compare/comparison.ts';
import type { JoinedRuns } from '../core/compare/join-runs.ts';
import { headlineComparison } from '../core/report/comparison-headline.ts';
import { formatAmount, formatCount } from '../core/report/format-numbers.ts';
import { nameWhole, sayOfWhole } from '../core/report/name-whole.ts';
import { visibleText } from '../core/report/visible-text.ts';
import type { ProfileFacts } from '../protocol/profile-page.ts';
import { tellProblems } from './tell-problems.ts';

/** What stands above the picture of two runs; all text of profiles made visible, for the page sets it as it is. */
export function describeComparison(comparison: Comparison, joined: JoinedRuns, showFile: (file: string) => string): ProfileFacts {
  const { before, after, unit, problems } = comparison;
  const amount = `${formatAmount(before.all - before.idle, unit)} → ${formatAmount(after.all - after.idle, unit)}`;
  const samples = unit === 'count' ? [] : [`${formatCount(before.samples)} → ${formatCount(after.samples)} samples`];
  return {
    title: `${visibleText(before.label, 80)} → ${visibleText(after.label, 80)}`,
    whole: nameWhole(comparison),
    subtitle: [sayOfWhole(amount, nameWhole(comparison)), ...samples].join(' · '),
    headline: headlineComparison(comparison),
    headlineFunction: findTop(comparison, joined),
    problems: tellProblems(problems, showFile),
    stale: '',
    partial: '',
    run: '',
  };
}

/** The row of the function the sentence is about, when the later run still has it; -1 = none. */
function findTop({ functions: [top] }: Comparison, { data: { functions, strings }, afterFunctions }: JoinedRuns): number {
  const place = top?.after;
  if (!place) return -1;
  for (let row = 1; row < afterFunctions; row++) {
    if (functions.line[row] === place.line && strings[functions.file[row]] === place.file && (strings[functions.name[row]] || '(anonymous)') === top.name) return row;
  }
  return -1;
}
