import assert from 'node:assert/strict';
import type { Finding, ScanResult } from '../../../../src/core/model/finding.ts';
import { isOpen, markBaseline, readBaseline } from '../../../../src/core/report/baseline.ts';
import { describeFindings } from '../../../../src/core/report/describe-scan.ts';
import { fingerprintsOf, withFingerprints } from '../../../../src/core/report/fingerprint.ts';
import { writeSarif } from '../../../../src/core/report/write-sarif.ts';
import { writeScanJson } from '../../../../src/core/report/write-scan-json.ts';

const at = (line: number, changes: Partial<Finding> = {}): Finding => ({
  rule: 'n-plus-one', kind: 'query', severity: 'warning', message: 'One query each.', file: 'a.ts', line, column: 3, endLine: line, endColumn: 9, advice: '', alsoMatches: [],
  chain: [{ file: 'a.ts', line, column: 3, endLine: line, endColumn: 9, label: 'user.find' }], ...changes,
});
const resultOf = (...findings: Finding[]): ScanResult => ({ root: '/project', filesScanned: 1, filesSkipped: [], coverage: { resolved: 1, calls: 1 }, findings, truncated: false });
const prints = (...findings: Finding[]): string[] => [...fingerprintsOf(findings).values()];

describe('fingerprints of findings', () => {
  it('stay when lines are added above, whatever the order of the list', () => {
    assert.deepEqual(prints(at(4), at(9)), prints(at(104), at(109)));
    const [a, b] = [at(4), at(9)];
    assert.equal(fingerprintsOf([b, a]).get(a), fingerprintsOf([a, b]).get(a));
  });

  it('are those a scan gave, however few findings are left', () => {
    const [, second] = withFingerprints([at(4), at(9)]);
    assert.deepEqual(prints(second), [prints(at(4), at(9))[1]]);
    assert.notDeepEqual(prints(second), prints(at(9)));
  });

  it('differ by rule, file, message, way and place among equals', () => {
    const all = [at(1), at(2), at(3, { rule: 'other' }), at(4, { file: 'b.ts' }), at(5, { message: 'Two.' }), at(6, { chain: [] })];
    assert.equal(new Set(prints(...all)).size, all.length);
  });
});

describe('a baseline', () => {
  for (const [format, text] of [['JSON', writeScanJson(resultOf(at(4)))], ['SARIF', writeSarif(resultOf(at(4)), '0.1.0')]] as const) {
    it(`written as ${format} leaves only what is new`, () => {
      const read = readBaseline(text);
      assert.ok(read.ok);
      const marked = markBaseline(resultOf(at(40), at(50)), read.fingerprints);
      assert.deepEqual(marked.findings.map(({ line, baseline }) => [line, baseline]), [[40, 'unchanged'], [50, 'new']]);
      assert.deepEqual(marked.findings.filter(isOpen).map(({ line }) => line), [50]);
      assert.equal(describeFindings(marked.findings), '1 new finding, 1 known from the baseline.');
      assert.equal(describeFindings(markBaseline(resultOf(at(40)), read.fingerprints).findings), 'No new findings, 1 known from the baseline.');
    });
  }

  it('leaves JSON with the new ones, and SARIF with the state of all', () => {
    const marked = markBaseline(resultOf(at(4), at(9)), new Set(prints(at(4))));
    const json: { findings: { line: number }[] } = JSON.parse(writeScanJson(marked));
    assert.deepEqual(json.findings.map(({ line }) => line), [9]);
    const sarif: { runs: { results: { baselineState: string }[] }[] } = JSON.parse(writeSarif(marked, '0.1.0'));
    assert.deepEqual(sarif.runs[0].results.map(({ baselineState }) => baselineState), ['unchanged', 'new']);
  });

  for (const [format, text] of [['JSON', writeScanJson(resultOf(at(4, { file: 'my src/a.ts' })))], ['SARIF', writeSarif(resultOf(at(4, { file: 'my src/a.ts' })), '0.1.0')]] as const) {
    it(`written as ${format} names its files`, () => {
      const read = readBaseline(text);
      assert.deepEqual(read.ok && [...read.files], ['my src/a.ts']);
    });
  }

  const refused: Readonly<Record<string, RegExp>> = {
    '': /^it is no JSON: /,
    '{"findings": [': /^it is no JSON: /,
    '[]': /^it must be what `flameline scan` writes/,
    '{"version": 2, "findings": []}': /^`version` must be 1, or `runs` a list$/,
    '{"version": 1}': /^`findings` must be a list$/,
    '{"version": 1, "findings": [{"fingerprint": "a"}, {"fingerprint": 3}]}': /^`findings\[1\]\.fingerprint` must be a text$/,
    '{"version": 1, "findings": [null]}': /^`findings\[0\]\.fingerprint` must be a text$/,
    '{"runs": [{"results": []}, {}]}': /^`runs\[1\]\.results` must be a list$/,
    '{"runs": [{"results": [{"partialFingerprints": {}}]}]}': /^`runs\[0\]\.results\[0\]\.partialFingerprints\["flameline\/v1"\]` must be a text$/,
  };
  for (const [text, reason] of Object.entries(refused)) {
    it(`names what is wrong in ${text || 'an empty file'}`, () => {
      const read = readBaseline(text);
      assert.match(read.ok ? '' : read.reason, reason);
    });
  }
});
