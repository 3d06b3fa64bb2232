import assert from 'node:assert/strict';
import type { Finding, ScanResult } from '../../../../src/core/model/finding.ts';
import { describeCoverage, describeFiles } from '../../../../src/core/report/describe-scan.ts';
import { type ScanFormat, writeScan } from '../../../../src/core/report/write-scan.ts';

const place = { line: 7, column: 11, endLine: 7, endColumn: 30 };
const finding: Finding = {
  rule: 'n-plus-one', kind: 'query', severity: 'warning', message: 'One query each.', file: 'src/orders.ts', ...place, advice: 'Ask once.', alsoMatches: [],
  chain: [{ file: 'src/orders.ts', ...place, label: 'loadUser' }, { file: 'src/users.ts', line: 3, column: 1, endLine: 3, endColumn: 9, label: 'user.find' }],
};
const result = (changes: Partial<ScanResult> = {}): ScanResult => ({
  root: '/p', filesScanned: 2, filesSkipped: [], coverage: { resolved: 3, calls: 4 }, truncated: false, findings: [finding], ...changes,
});
const write = (format: ScanFormat, changes: Partial<ScanResult> = {}, color = false): string => writeScan(result(changes), format, { version: '0.1.0', color });

describe('A scan as text', () => {
  it('has the place, the way to the call, the advice, and what was seen', () => {
    assert.equal(write('text'), [
      'src/orders.ts:7:11  warning  n-plus-one', '  One query each.', '  → user.find  src/users.ts:3', '  Ask once.', '',
      '1 finding.', '2 files read.', 'Calls in loops that could be followed: 3 of 4 (75 %).', '',
    ].join('\n'));
  });

  it('says that there are more than it lists', () => {
    assert.match(write('text', { truncated: true }), /\n1 finding\. There are more; this is where the list ends\.\n/);
  });

  it('dims the way and the advice for a terminal alone', () => {
    assert.match(write('text', {}, true), /\u001b\[2m {2}→ user\.find {2}src\/users\.ts:3\u001b\[22m\n\u001b\[2m {2}Ask once\.\u001b\[22m\n/);
    assert.ok(!write('text').includes('\u001b'));
  });

  it('leaves out what is silenced or known, and counts it', () => {
    const findings: Finding[] = [{ ...finding, suppressed: { reason: 'few' } }, { ...finding, baseline: 'unchanged' }];
    assert.equal(write('text', { findings }).split('\n')[0], 'No new findings, 1 silenced in the source, 1 known from the baseline.');
  });

  it('names each file that could not be read, and counts those left out on purpose', () => {
    const filesSkipped = [{ file: 'bad.ts', reason: 'Expression expected (line 3)' }, { file: 'a.test.ts', reason: 'test' }, { file: 'b.test.ts', reason: 'test' }];
    const text = write('text', { filesSkipped, findings: [] });
    assert.deepEqual(text.split('\n').slice(0, 3), ['bad.ts: not read, Expression expected (line 3)', 'No findings.', '2 files read; skipped: 2 test, 1 unreadable.']);
  });

  it('shows what would move the cursor or hide text as what it is', () => {
    const text = write('text', { findings: [{ ...finding, message: 'a\u001b[2Jb\u202ec', file: 'x\ny.ts' }] });
    assert.deepEqual(text.split('\n').slice(0, 2), ['x\\u{a}y.ts:7:11  warning  n-plus-one', '  a\\u{1b}[2Jb\\u{202e}c']);
  });
});

describe('A scan as Markdown', () => {
  it('is the sentence, a table and what was seen', () => {
    assert.equal(write('markdown'), [
      '**1 finding.**', '', '| Where | Severity | Rule | What | Way |', '| :--- | :--- | :--- | :--- | :--- |',
      '| `src/orders.ts:7` | warning | n-plus-one | One query each. | `src/users.ts:3` |', '', '2 files read.', 'Calls in loops that could be followed: 3 of 4 (75 %).', '',
    ].join('\n'));
  });

  it('has no table without findings, and a list of what was not read', () => {
    const text = write('markdown', { findings: [], filesSkipped: [{ file: 'bad.ts', reason: 'nested too deep' }], coverage: { resolved: 0, calls: 0 } });
    assert.equal(text, '**No findings.**\n\n- `bad.ts` was not read: nested too deep\n\n2 files read; skipped: 1 unreadable.\nNo calls in loops to follow.\n');
  });

  it('lets no name end its cell, start a link or run code', () => {
    const [row = ''] = write('markdown', { findings: [{ ...finding, file: 'a|`b`.ts', message: '[x](command:y) <img> | z' }] }).split('\n').filter((line) => line.includes('n-plus-one'));
    assert.equal(row.replaceAll(/\\\|/g, '').split('|').length, 7, row);
    assert.ok(!/[^\\]\[x\]/.test(row) && !row.includes('<img>'), row);
  });
});

describe('A scan as JSON', () => {
  const written = (changes: Partial<Finding>): Record<string, unknown> => {
    const { findings: [first] }: { findings: Record<string, unknown>[] } = JSON.parse(write('json', { findings: [{ ...finding, ...changes }] }));
    return first;
  };

  it('has other rules of the place, and a silencing, only where there are some', () => {
    assert.deepEqual(['alsoMatches', 'suppressed'].map((field) => field in written({})), [false, false]);
    const { alsoMatches, suppressed } = written({ alsoMatches: ['await-in-loop'], suppressed: { reason: 'few' } });
    assert.deepEqual([alsoMatches, suppressed], [['await-in-loop'], { reason: 'few' }]);
  });
});

describe('What a scan says of itself', () => {
  it('counts in the words of one and of many', () => {
    assert.equal(describeFiles(result({ filesScanned: 1 })), '1 file read.');
    assert.equal(describeFiles(result({ filesScanned: 1204, filesSkipped: [{ file: 'a', reason: 'minified' }, { file: 'b', reason: 'built code' }] })), '1,204 files read; skipped: 1 built code, 1 minified.');
  });

  it('rounds how many calls it followed', () => {
    assert.equal(describeCoverage(result({ coverage: { resolved: 2, calls: 3 } })), 'Calls in loops that could be followed: 2 of 3 (67 %).');
  });

  it('is the same in every format', () => {
    const findings = ['a.ts', 'b.ts'].map((file): Finding => ({ ...finding, file }));
    for (const format of ['text', 'json', 'sarif', 'markdown'] as const) {
      const text = write(format, { findings });
      assert.deepEqual(['a.ts', 'b.ts', 'n-plus-one', 'users.ts'].filter((part) => !text.includes(part)), [], format);
      assert.ok(text.endsWith('\n'), format);
    }
  });
});
