import assert from 'node:assert/strict';
import { compilePattern } from '../../../../src/core/layout/compile-pattern.ts';

const matches = (source: string, text: string, ignoreCase = true): boolean => {
  const pattern = compilePattern(source, ignoreCase);
  assert.ok(pattern.ok, pattern.ok ? '' : pattern.reason);
  return pattern.matches(text);
};

describe('a search pattern', () => {
  it('matches as a regular expression does', () => {
    assert.ok(matches('^parse.*Row$', 'parseOneRow'));
    assert.ok(!matches('^parse.*Row$', 'reparseRow'));
    assert.ok(matches('(get|set)Value', 'SETVALUE'));
    assert.ok(!matches('(get|set)Value', 'SETVALUE', false));
    assert.ok(matches('(?:on)?[A-Z]\\w+', 'onClick'));
    assert.ok(matches('\\(anonymous\\)', '(anonymous)'));
    assert.ok(matches('a{2,3}[*+]\\+', 'aa*+'));
    assert.ok(matches('(?:ab)+c', 'xababc'));
  });

  it('is refused where it could run for ever', () => {
    const dangerous = ['(a+)+$', '(a*)*b', '(a|a)*b', '(a|ab)+c', '((a+))+', '((?:a?)b)*', '(.*,)*x', '(a{1,9}){9}', '(?:a|b){2,}', '(a)\\1', '(?<n>a)\\k<n>', 'a*a*a*b', '.*.*.*=.*', 'a?'.repeat(30) + 'a'.repeat(30), '(a|a)'.repeat(30)];
    for (const source of dangerous) assert.equal(compilePattern(source, true).ok, false, source);
  });

  it('says so where it is none', () => {
    for (const source of ['(', '[a', 'a**', '\\', '(?<']) assert.equal(compilePattern(source, true).ok, false, source);
  });

  it('takes a moment for the worst it lets through', function () {
    this.timeout(5000);
    const texts = Array.from({ length: 200 }, () => 'a'.repeat(100_000));
    for (const source of ['a*a*b', 'a?a?a?a?a?a?a*b']) for (const text of texts) assert.ok(!matches(source, text));
  });
});
