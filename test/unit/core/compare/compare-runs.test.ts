import assert from 'node:assert/strict';
import { compareRuns } from '../../../../src/core/compare/compare-runs.ts';
import type { Comparison } from '../../../../src/core/compare/comparison.ts';
import { joinRuns } from '../../../../src/core/compare/join-runs.ts';
import type { Measure } from '../../../../src/core/compare/list-changes.ts';
import { drawFlame } from '../layout/flame-fixture.ts';

function compare(before: string, after: string, measure: Measure = 'absolute'): Comparison {
  const joined = joinRuns(drawFlame([before]), drawFlame([after]));
  assert.ok(joined.ok);
  return compareRuns(joined.value, measure, { before: 'old', after: 'new', problems: [] });
}

describe('a comparison', () => {
  it('names both runs with their time and says where each function is in each', () => {
    const { before, after, functions } = compare('parse@file:///p/a.js:3  parse@file:///p/a.js:3  (idle)', 'parse@file:///p/a.js:8');
    assert.deepEqual([before, after], [{ label: 'old', all: 3, idle: 1, samples: 3 }, { label: 'new', all: 1, idle: 0, samples: 1 }]);
    assert.deepEqual(functions, [{
      kind: 'changed', name: 'parse', category: 'own',
      before: { file: '/p/a.js', line: 3, self: 2, total: 2 }, after: { file: '/p/a.js', line: 8, self: 1, total: 1 },
    }]);
  });

  it('has no place and no time of a function in the run that lacks it', () => {
    const { functions } = compare('old', 'fresh');
    assert.deepEqual(functions.map(({ kind, before, after }) => [kind, before === null, after === null]), [['new', true, false], ['gone', false, true]]);
  });

  it('tells in shares what it tells of functions and stacks', () => {
    const { functions, vanished } = compare('main  main\n      slow', 'main', 'share');
    assert.deepEqual(functions.map(({ name, before }) => [name, before?.self]), [['slow', 0.5], ['main', 0.5]]);
    assert.deepEqual(vanished.map(({ total, frames }) => [total, frames.map(({ name }) => name)]), [[0.5, ['main', 'slow']]]);
  });

  it('leaves out the outermost callers of a deep stack and says how many', () => {
    const deep = Array.from({ length: 100 }, (_, depth) => `f${depth}`).join('\n');
    const [{ frames, left }] = compare(`${deep}\ngone`, deep).vanished;
    assert.deepEqual([frames.length, left, frames[63].name, frames[0].name], [64, 37, 'gone', 'f37']);
  });
});
