import type { SourceFix } from '../model/source-fix.ts';
import { batchQuery } from './batch-query.ts';
import type { Fixer, FixRequest } from './fixer.ts';
import { lookUp } from './look-up.ts';
import { removeComment } from './remove-comment.ts';
import { runTogether } from './run-together.ts';
import { showBatched } from './show-batched.ts';
import { waitInstead } from './wait-instead.ts';

const fixers: Readonly<Record<string, readonly Fixer[]>> = {
  'n-plus-one': [batchQuery, showBatched],
  'sync-blocking': [waitInstead],
  'await-in-loop': [runTogether],
  'quadratic-loop': [lookUp],
  'ignore-comment': [removeComment],
};

/** Whether findings of a rule may have a fix. */
export const hasFixes = (rule: string): boolean => Object.hasOwn(fixers, rule);

/** The best fix of a finding; none where the code's shape allows none. */
export function findFixes(request: FixRequest): SourceFix[] {
  const { rule } = request.finding;
  for (const fix of hasFixes(rule) ? fixers[rule] : []) {
    const found = fix(request);
    if (found) return [found];
  }
  return [];
}
