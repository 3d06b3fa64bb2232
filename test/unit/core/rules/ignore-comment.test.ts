import assert from 'node:assert/strict';
import { allRules } from '../../../../src/core/rules/all-rules.ts';
import { nearestNames } from '../../../../src/core/rules/nearest-names.ts';
import { ruleIds } from '../../../../src/core/rules/rule-ids.ts';
import { queryInLoop } from '../../../helpers/made-project.ts';
import { checkFiles } from '../../../helpers/scan-case.ts';

const commented = (comment: string): string => queryInLoop.replace('  for', `  // ${comment}\n  for`);
const told = (text: string, ids: readonly string[] = []): string[] =>
  (checkFiles(new Map([['a.ts', text]]), ids, allRules).get('a.ts') ?? []).filter(({ rule }) => rule === 'ignore-comment').map(({ kind, severity, message, advice }) => `${kind} ${severity}: ${message} ${advice}`);

describe('a comment that silences', () => {
  it('is told when its rule finds nothing there, with the line', () => {
    assert.deepEqual(told(commented('flameline-ignore slow-regexp: short')), ['unused info: `slow-regexp` finds nothing in this place: this comment silences nothing. Remove it.']);
    assert.deepEqual(told(`// flameline-ignore-file slow-regexp: short\n${queryInLoop}`), ['unused info: `slow-regexp` finds nothing in this file: this comment silences nothing. Remove it.']);
  });

  it('is told when no rule is called so, with those most like it', () => {
    assert.deepEqual(told(commented('flameline-ignore n-plus-on: few')), ['unknown-rule warning: No rule is called `n-plus-on`: it silences nothing. Write `flameline-ignore <rule>: reason` with n-plus-one.']);
    assert.match(told(commented('flameline-ignore'))[0], /^unknown-rule warning: This comment names no rule: it silences nothing\. .* with n-plus-one-resolver, n-plus-one, /);
  });

  it('is told when it does not say why', () => {
    assert.deepEqual(told(commented('flameline-ignore n-plus-one')), ['no-reason info: This comment does not say why `n-plus-one` is fine here. Write the reason behind a colon: `flameline-ignore n-plus-one: at most three`.']);
  });

  it('is left alone when it is used, or when its rule did not run', () => {
    assert.deepEqual(told(commented('flameline-ignore n-plus-one: few')), []);
    assert.deepEqual(told(commented('flameline-ignore slow-regexp: short'), ['ignore-comment', 'n-plus-one']), []);
    assert.deepEqual(told(commented('flameline-ignore slow-regexp: short'), ['n-plus-one']), [], 'the rule about comments did not run itself');
  });

  it('is compared with names by letters', () => {
    assert.deepEqual(nearestNames('N-Plus-1', ruleIds), ['n-plus-one']);
    assert.deepEqual(nearestNames('unbounded', ['unbounded-query', 'unbounded-cache', 'slow-regexp']), ['unbounded-query', 'unbounded-cache', 'slow-regexp']);
    assert.deepEqual(nearestNames('zzz', ['abc', 'def']), ['abc', 'def'], 'all of them when none is near');
    assert.deepEqual(nearestNames('x'.repeat(100_000), ['abc']), ['abc']);
  });
});
