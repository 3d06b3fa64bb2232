import type { LocatedFinding } from '../../../../src/editor/findings/locate-finding.ts';

/** A finding, with what a test is about. */
export const makeFinding = (part: Partial<LocatedFinding> = {}): LocatedFinding => ({
  rule: 'n-plus-one', kind: 'query', client: 'prisma', message: '`user.findFirst` (Prisma) runs once per element of `orders`: one query each.', severity: 'warning',
  file: '/shop/orders.ts', line: 5, column: 3, endLine: 5, endColumn: 20,
  chain: [], advice: 'Fetch all with `findMany`.', alsoMatches: [], ...part,
});
