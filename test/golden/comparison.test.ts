import assert from 'node:assert/strict';
import { compareRuns } from '../../src/core/compare/compare-runs.ts';
import type { Comparison } from '../../src/core/compare/comparison.ts';
import { joinRuns } from '../../src/core/compare/join-runs.ts';
import type { Measure } from '../../src/core/compare/list-changes.ts';
import type { FlameData } from '../../src/core/model/flame-data.ts';
import { writeComparison } from '../../src/core/report/write-comparison.ts';
import { reportFormats } from '../../src/core/report/write-report.ts';
import { matchGolden } from '../helpers/golden.ts';
import { drawFlame } from '../unit/core/layout/flame-fixture.ts';
import { plainOptions } from '../unit/core/report/drawn-analysis.ts';

const before = `
  main@/p/main.js:1   main@/p/main.js:1   main@/p/main.js:1   main@/p/main.js:1   main@/p/main.js:1               main@/p/main.js:1    (garbage collector)  (idle)
  parse@/p/rows.js:5  parse@/p/rows.js:5  parse@/p/rows.js:5  parse@/p/rows.js:5  csv@/p/node_modules/x/x.js:1    print@/p/main.js:40
                      includes@           includes@           includes@           split@/p/node_modules/x/x.js:9
`;
const after = `
  main@/p/main.js:3   main@/p/main.js:3    main@/p/main.js:3    (idle)
  parse@/p/rows.js:9  print@/p/main.js:42  write@/p/main.js:60
  has@
`;

function compare(earlier: FlameData, later: FlameData, measure: Measure = 'absolute'): Comparison {
  const joined = joinRuns(earlier, later);
  assert.ok(joined.ok);
  return compareRuns(joined.value, measure, { before: 'rows.cpuprofile', after: 'rows-2.cpuprofile', problems: [] });
}

const drawn = (text: string): FlameData => drawFlame([text], { intervalUs: 100_000 });
const endings = { text: 'txt', json: 'json', markdown: 'md' } as const;

describe('comparisons', () => {
  it('of a run and its fixed version say the sentence, both runs, what changed and what vanished', () => {
    const comparison = compare(drawn(before), drawn(after));
    for (const format of reportFormats) matchGolden(`comparison/fixed.${endings[format]}`, writeComparison(comparison, format, { ...plainOptions, cwd: '/p', top: format === 'json' ? 3 : 50 }));
  });

  it('by shares say points', () => matchGolden('comparison/shares.txt', writeComparison(compare(drawn(before), drawn(after), 'share'), 'text', { ...plainOptions, cwd: '/p', top: 3 })));

  it('of a run with itself say that nothing changed', () => matchGolden('comparison/same.txt', writeComparison(compare(drawn(before), drawn(before)), 'text', plainOptions)));

  it('of memory say bytes', () => {
    const bytes = (data: FlameData): FlameData => ({ ...data, unit: 'bytes' });
    matchGolden('comparison/bytes.txt', writeComparison(compare(bytes(drawn(before)), bytes(drawn(after))), 'text', { ...plainOptions, cwd: '/p' }));
  });

  it('of hostile names keep them as text', () => {
    const hostile = (data: FlameData): FlameData => ({ ...data, strings: data.strings.map((text) => (text === 'parse' ? '`|[x](command:y)<b>\u001b[31m\u202e' : text)) });
    const comparison = compare(hostile(drawn(before)), hostile(drawn(after)));
    for (const format of ['text', 'markdown'] as const) matchGolden(`comparison/hostile.${endings[format]}`, writeComparison(comparison, format, { ...plainOptions, top: 2 }));
  });
});
