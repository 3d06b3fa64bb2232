import assert from 'node:assert/strict';
import { FindingsState } from '../../../../src/editor/findings/findings-state.ts';
import { groupFindings, mostOfRule } from '../../../../src/editor/findings/group-findings.ts';
import type { LocatedFinding } from '../../../../src/editor/findings/locate-finding.ts';
import { makeFinding } from './finding-fixture.ts';

const unmeasured = (): null => null;
function filesOf(findings: readonly LocatedFinding[]) {
  const state = new FindingsState();
  state.add(findings);
  return state.files;
}
/** `rule: file:line file:line, …`. */
const draw = ({ rules }: ReturnType<typeof groupFindings>): string[] =>
  rules.map(({ rule, files }) => `${rule}: ${files.map(({ file, findings }) => findings.map(({ finding }) => `${file}:${finding.line}`).join(' ')).join(', ')}`);

describe('the findings view groups', () => {
  it('by rule, then file; within them by place', () => {
    const findings = [makeFinding({ line: 9 }), makeFinding({ line: 2 }), makeFinding({ file: '/shop/a.ts' }), makeFinding({ rule: 'sync-blocking' })];
    assert.deepEqual(draw(groupFindings(filesOf(findings), unmeasured)), ['n-plus-one: /shop/a.ts:5, /shop/orders.ts:2 /shop/orders.ts:9', 'sync-blocking: /shop/orders.ts:5']);
  });

  it('what asks more for attention before what asks less', () => {
    const findings = [makeFinding({ severity: 'hint' }), makeFinding({ rule: 'sync-blocking', severity: 'warning' }), makeFinding({ severity: 'info', file: '/shop/z.ts' })];
    assert.deepEqual(draw(groupFindings(filesOf(findings), unmeasured)), ['sync-blocking: /shop/orders.ts:5', 'n-plus-one: /shop/z.ts:5, /shop/orders.ts:5']);
  });

  it('what a request comes to before the rest, and of both what goes over data first', () => {
    const findings = [makeFinding({ line: 1 }), makeFinding({ line: 2, dataSized: true }), makeFinding({ line: 3, onRequest: true }), makeFinding({ line: 4, onRequest: true, dataSized: true })];
    assert.deepEqual(draw(groupFindings(filesOf(findings), unmeasured)), ['n-plus-one: /shop/orders.ts:4 /shop/orders.ts:3 /shop/orders.ts:2 /shop/orders.ts:1']);
  });

  it('what was measured to cost most before everything else', () => {
    const findings = [makeFinding({ severity: 'error' }), makeFinding({ rule: 'sync-blocking', severity: 'hint', line: 7 })];
    const grouped = groupFindings(filesOf(findings), ({ rule }) => (rule === 'sync-blocking' ? 12 : null));
    assert.deepEqual(draw(grouped), ['sync-blocking: /shop/orders.ts:7', 'n-plus-one: /shop/orders.ts:5']);
    assert.equal(grouped.rules[0].files[0].findings[0].ms, 12);
  });

  it('silenced ones apart from the rest, and counts them nowhere else', () => {
    const grouped = groupFindings(filesOf([makeFinding(), makeFinding({ suppressed: { reason: 'three at most' } })]), unmeasured);
    assert.equal(grouped.rules[0].count, 1);
    assert.equal(grouped.silenced[0].finding.suppressed?.reason, 'three at most');
  });

  it('no more rows than anyone reads, and says how many are left out', () => {
    const many = Array.from({ length: mostOfRule + 7 }, (_, line) => makeFinding({ line }));
    const [rule] = groupFindings([{ file: '/shop/orders.ts', findings: many }], unmeasured).rules;
    assert.equal(rule.count, mostOfRule + 7);
    assert.equal(rule.more, 7);
    assert.equal(rule.files[0].findings.length, mostOfRule);
  });
});
