import type { SourceFix } from '../model/source-fix.ts';
import { batchQuery } from './batch-query.ts';
import type { Fixer, FixRequest } from './fixer.ts';

const fixers: Readonly<Record<string, readonly Fixer[]>> = {
  'n-plus-one': [batchQuery],
};

/** The fixes of a finding, the best first. */
export const findFixes = (request: FixRequest): SourceFix[] => {
  const { rule } = request.finding;
  return Object.hasOwn(fixers, rule) ? fixers[rule].flatMap((fix) => fix(request) ?? []) : [];
};
