import assert from 'node:assert/strict';
import { compareRuns } from '../../../src/core/compare/compare-runs.ts';
import { joinRuns } from '../../../src/core/compare/join-runs.ts';
import type { Problem } from '../../../src/core/model/problem.ts';
import { describeComparison } from '../../../src/session/describe-comparison.ts';
import { drawFlame } from '../core/layout/flame-fixture.ts';

describe('What stands above the picture of two runs', () => {
  const describeRuns = (before: string, after: string, { labels = ['old', 'new'], problems = [] as readonly Problem[] } = {}) => {
    const joined = joinRuns(drawFlame([before]), drawFlame([after]));
    assert.ok(joined.ok);
    const comparison = compareRuns(joined.value, 'absolute', { before: labels[0], after: labels[1], problems });
    const facts = describeComparison(comparison, joined.value, (file) => file.replace('/p/', ''));
    const { functions, strings } = joined.value.data;
    return { facts, top: facts.headlineFunction < 0 ? null : `${strings[functions.name[facts.headlineFunction]]}:${functions.line[facts.headlineFunction]}` };
  };

  it('is both names, times without waiting, and samples', () => {
    const { facts } = describeRuns('main  main  main  (idle)', 'main');
    assert.deepEqual([facts.title, facts.subtitle, facts.stale, facts.partial, facts.run], ['old → new', '3.0 ms → 1.0 ms CPU · 4 → 1 samples', '', '', '']);
  });

  it('leads to the later place of the function its sentence is about', () => {
    assert.equal(describeRuns('parse@/p/a.js:5  parse@/p/a.js:5  x@/p/b.js:1', 'parse@/p/a.js:8  x@/p/b.js:1').top, 'parse:8');
    assert.equal(describeRuns('x@/p/b.js:1', 'x@/p/b.js:1  fresh@/p/a.js:3').top, 'fresh:3');
  });

  it('leads nowhere when that function is gone, or nothing is left', () => {
    assert.equal(describeRuns('old@/p/a.js:5  x@/p/b.js:1', 'x@/p/b.js:1').top, null);
    assert.equal(describeRuns('(idle)', '(idle)').top, null);
  });

  it('hides nothing of names, and cuts long ones', () => {
    const { facts } = describeRuns('main', 'main', { labels: [`a\u202e${'x'.repeat(200)}`, '<b>\n'] });
    assert.match(facts.title, /^a\\u\{202e\}x+… → <b>\\u\{a\}$/);
    assert.equal(facts.title.split(' → ')[0].length, 80);
  });

  it('lists 50 problems at most, named from the folder', () => {
    const problems = Array.from({ length: 51 }, () => ({ code: 'x', message: 'Broken', file: '/p/a.cpuprofile' }));
    const { facts } = describeRuns('main', 'main', { problems });
    assert.deepEqual([facts.problems.length, facts.problems[0]], [50, 'a.cpuprofile: Broken']);
  });
});
