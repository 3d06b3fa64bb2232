import assert from 'node:assert/strict';
import { describeFinding } from '../../../../src/editor/findings/describe-finding.ts';
import { describeFindings } from '../../../../src/editor/findings/describe-findings.ts';
import { measureFinding } from '../../../../src/editor/findings/measure-finding.ts';
import { wordsOf } from '../../../../src/editor/findings/rule-words.ts';
import { ruleIds } from '../../../../src/core/rules/rule-ids.ts';
import { makeFinding } from './finding-fixture.ts';

const hop = (file: string, line: number, label: string) => ({ file, line, column: 2, endLine: line, endColumn: 9, label });
const context = {
  link: (file: string, line: number, column: number) => `open:${file}:${line}:${column}`,
  place: (file: string, line: number) => `${file}:${line}`,
  ms: null, whole: 'CPU time', isMeasured: false, actions: ['[Page](page)'],
};

describe('the hover of a finding', () => {
  it('says below the message, in this order, what it is, the way, why, what instead, risk and price', () => {
    const text = describeFinding(makeFinding({ chain: [hop('/shop/orders.ts', 5, 'loadUser'), hop('/shop/repo.ts', 3, 'user.findFirst')] }), context);
    assert.equal(text, [
      '**Query per element \\(N\\+1\\)** — found without running',
      '[loadUser](open:/shop/orders.ts:5:2) \\/shop\\/orders\\.ts\\:5  \n→ [user\\.findFirst](open:/shop/repo.ts:3:2) \\/shop\\/repo\\.ts\\:3',
      '*Why:* Each element waits for a round trip of its own\\: the time grows with the data\\, and each one holds a connection\\.',
      '*Instead:* Fetch all with `findMany`\\.',
      '*Risk:* Rows come in another order and missing ones are left out\\: look them up by key\\.  \n*Price:* All rows are in memory at once\\; ask in chunks of about 1\\,000 keys for long lists\\.',
      '[Page](page)',
    ].join('\n\n'));
  });

  it('says what was measured there, or that it was not seen', () => {
    assert.match(describeFinding(makeFinding(), { ...context, ms: 1040, isMeasured: true }), /— 1\.04 s of CPU time here in the last run/);
    assert.match(describeFinding(makeFinding(), { ...context, ms: 1040, whole: 'wall time', isMeasured: true }), /— 1\.04 s of wall time here/);
    assert.match(describeFinding(makeFinding(), { ...context, isMeasured: true }), /— not seen in the last run/);
  });

  it('leaves out a way that is the place itself', () => {
    assert.doesNotMatch(describeFinding(makeFinding({ chain: [hop('/shop/orders.ts', 5, 'user.findFirst')] }), context), /open:/);
  });

  it('A2 shows text of the code as text: no link, picture, HTML or code span is made of it', () => {
    const evil = '[run](command:workbench.action.closeWindow) <img src=x onerror=alert(1)> ![x](http://x)';
    const text = describeFinding(makeFinding({ chain: [hop('/a', 1, evil), hop('/b', 2, evil)], advice: `\`${evil}\` ${evil} \``, rule: evil, alsoMatches: [evil] }), context);
    assert.doesNotMatch(text, /(?<!\\)\]\(command:/);
    assert.doesNotMatch(text, /(?<!\\)<img/);
    assert.doesNotMatch(text, /(?<!\\)`/, 'an odd backtick begins no code');
  });

  it('cuts a way of a thousand steps', () => {
    const text = describeFinding(makeFinding({ chain: Array.from({ length: 1_000 }, (_, line) => hop('/a', line + 1, 'f')) }), context);
    assert.match(text, /… 988 more/);
  });

  it('has words for every rule', () => {
    for (const id of ruleIds) for (const [part, word] of Object.entries(wordsOf(id))) assert.ok(word !== '' && word !== id, `${id} has no ${part}`);
    assert.equal(wordsOf('toString').title, 'toString');
  });
});

describe('what a finding was measured to cost', () => {
  const heat = { file: '/shop/orders.ts', functions: [], lines: [{ file: '', line: 5, selfMs: 30, share: 0, samples: 1 }, { file: '', line: 6, selfMs: 12, share: 0, samples: 1 }] };
  it('is the time of its lines', () => {
    assert.equal(measureFinding(makeFinding(), heat, (line) => line), 30);
    assert.equal(measureFinding(makeFinding({ endLine: 6 }), heat, (line) => line), 42);
  });
  it('moves with the lines, and is none on lines that are others now', () => {
    assert.equal(measureFinding(makeFinding({ line: 8, endLine: 8 }), heat, (line) => line - 3), 30);
    assert.equal(measureFinding(makeFinding(), heat, () => 0), null);
    assert.equal(measureFinding(makeFinding({ line: 99, endLine: 99 }), heat, (line) => line), null);
  });
});

describe('the sentence of the findings view', () => {
  const summary = { filesScanned: 1_204, filesSkipped: 0, filesUnreadable: 0, coverage: { resolved: 0, calls: 0 }, truncated: false };
  it('is silent before a scan', () => assert.equal(describeFindings([], null), ''));
  it('says what was looked at, also when nothing is found', () => {
    assert.equal(describeFindings([], summary), 'No findings. 1,204 files looked at.');
  });
  it('counts what is open, not what is silenced, and tells what was left out from what could not be read', () => {
    const findings = [makeFinding(), makeFinding({ line: 9 }), makeFinding({ suppressed: { reason: '' } })];
    assert.equal(describeFindings([{ file: '/a', findings }], { ...summary, filesSkipped: 12, filesUnreadable: 2 }),
      '2 findings in 1 file. 1,204 files looked at, 10 left out (dependencies, tests, generated …), 2 could not be read.');
  });
});
