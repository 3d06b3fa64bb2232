import assert from 'node:assert/strict';
import type { Finding } from '../../../../src/core/model/finding.ts';
import { rankFindings } from '../../../../src/core/rules/rank-findings.ts';

const finding = (file: string, more: Partial<Finding> = {}): Finding => ({
  rule: 'n-plus-one', kind: 'query', message: '', severity: 'warning', file, line: 1, column: 1, endLine: 1, endColumn: 2, chain: [], advice: '', alsoMatches: [], ...more,
});

const order = (...findings: Finding[]): string => rankFindings(findings).map(({ file }) => file).join(' ');

describe('the order of findings', () => {
  it('has what a request comes to before what nobody is known to call', () => {
    assert.equal(order(finding('a'), finding('b', { onRequest: true })), 'b a');
  });

  it('has the stronger one first, wherever requests come', () => {
    assert.equal(order(finding('a', { severity: 'hint', onRequest: true }), finding('b')), 'b a');
  });

  it('has loops over data before others, behind those a request comes to', () => {
    assert.equal(order(finding('a'), finding('b', { dataSized: true }), finding('c', { onRequest: true })), 'c b a');
  });

  it('has silenced ones last, and equals by place', () => {
    assert.equal(order(finding('c'), finding('a', { suppressed: { reason: 'few' } }), finding('b')), 'b c a');
  });
});
