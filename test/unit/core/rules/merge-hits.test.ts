import assert from 'node:assert/strict';
import { mergeHits, type RuledHit } from '../../../../src/core/rules/merge-hits.ts';
import type { Rule } from '../../../../src/core/rules/rule.ts';

const rule = (id: string): Rule => ({ id, summary: '', needs: [] });
const [first, second, third] = ['first', 'second', 'third'].map(rule);
const at = (line: number, column = 1) => ({ line, column, endLine: line, endColumn: column + 5 });
const hit = (of: Rule, line: number, ...causes: number[]): RuledHit => ({
  rule: of, span: at(line), causes: causes.map((cause) => at(cause)), kind: 'query', message: `${of.id} at ${line}`, severity: 'info', chain: [], advice: '',
});
const merge = (hits: readonly RuledHit[], rules = [first, second, third]): string[] =>
  mergeHits(hits, rules).map(({ hit: { message }, others }) => [message, ...others].join(' + '));

describe('hits of several rules', () => {
  it('at one place become the first rule’s finding, which names the others', () => {
    assert.deepEqual(merge([hit(third, 4), hit(second, 4), hit(first, 4)]), ['first at 4 + second + third']);
  });

  it('at different places stay apart', () => {
    assert.deepEqual(merge([hit(first, 4), hit(second, 5)]), ['first at 4', 'second at 5']);
  });

  it('are one when what a later rule points at has a cause that the first reports, though the places differ', () => {
    assert.deepEqual(merge([hit(second, 3, 4), hit(first, 4)]), ['first at 4 + second']);
    assert.deepEqual(merge([hit(second, 9), hit(first, 3, 9)]), ['first at 3 + second']);
  });

  it('of one rule stay when only a later rule sees them as one', () => {
    assert.deepEqual(merge([hit(first, 4), hit(first, 5), hit(second, 3, 4, 5)]), ['first at 4 + second', 'first at 5 + second']);
  });

  it('of one rule in one loop are told once', () => {
    assert.deepEqual(merge([hit(first, 4, 3), hit(first, 5, 3)]), ['first at 4']);
  });

  it('of one cause that lies elsewhere are told once a file', () => {
    const named = (line: number, cause: string): RuledHit => ({ ...hit(first, line), causes: [cause] });
    assert.deepEqual(merge([named(4, 'index Order.total'), named(5, 'index Order.total'), named(6, 'index Order.note')]), ['first at 4', 'first at 6']);
  });

  it('come back when the rule that won is off', () => {
    assert.deepEqual(merge([hit(second, 3, 4)], [second, third]), ['second at 3']);
  });

  it('that lost don’t hide a third rule’s hit elsewhere', () => {
    assert.deepEqual(merge([hit(first, 4), hit(second, 4, 8), hit(third, 8)]), ['first at 4 + second', 'third at 8']);
  });

  it('on calls of one chain, which begin at one place, are one', () => {
    const longer = { ...hit(second, 4), span: { ...at(4), endColumn: 60 } };
    assert.deepEqual(merge([hit(first, 4), longer]), ['first at 4 + second']);
  });
});
