import assert from 'node:assert/strict';
import type { Finding, ScanResult } from '../../../../src/core/model/finding.ts';
import { markBaseline } from '../../../../src/core/report/baseline.ts';
import { withFingerprints } from '../../../../src/core/report/fingerprint.ts';
import { mostShown, shownFindings } from '../../../../src/core/report/shown-findings.ts';
import { writeScan } from '../../../../src/core/report/write-scan.ts';

const findingAt = (line: number): Finding => ({
  rule: 'n-plus-one', kind: 'query', severity: 'warning', message: `Query ${line}.`, file: 'a.ts', line, column: 1, endLine: line, endColumn: 9, advice: 'Ask once.', alsoMatches: [], chain: [],
});
const resultOf = (findings: readonly Finding[]): ScanResult => ({ root: '/p', filesScanned: 1, filesSkipped: [], coverage: { resolved: 0, calls: 0 }, truncated: false, findings });
const many = (count: number): readonly Finding[] => withFingerprints(Array.from({ length: count }, (_, at) => findingAt(at + 1)));
const linesOf = ({ findings }: ScanResult): number[] => findings.filter(({ baseline }) => baseline !== 'unchanged').map(({ line }) => line);

describe('the findings that are shown', () => {
  it('are all of so many, and say nothing of more', () => {
    const shown = shownFindings(resultOf(many(mostShown)));
    assert.deepEqual([shown.findings.length, shown.truncated], [mostShown, false]);
  });

  it('are the first of more, and say so', () => {
    const shown = shownFindings(resultOf(many(mostShown + 1)));
    assert.deepEqual([shown.findings.length, shown.findings.at(-1)?.line, shown.truncated], [mostShown, mostShown, true]);
  });

  it('are fewer than there are when the scan itself ended early', () => {
    assert.equal(shownFindings({ ...resultOf(many(1)), truncated: true }).truncated, true);
  });

  it('are the new ones wherever they stand, for neither known nor silenced ones take their place', () => {
    const before = many(mostShown + 1000);
    const known = new Set(before.slice(0, -1).flatMap(({ fingerprint }) => fingerprint ?? []));
    const shown = shownFindings(markBaseline(resultOf(before), known));
    assert.deepEqual([linesOf(shown), shown.truncated], [[mostShown + 1000], false]);
    const silenced = before.map((finding, at) => (at < mostShown ? { ...finding, suppressed: { reason: 'seen' } } : finding));
    assert.deepEqual([shownFindings(resultOf(silenced)).findings.length, shownFindings(resultOf(silenced)).truncated], [mostShown + 1000, false]);
  });

  it('of which one was mended since a baseline hold none that is new', () => {
    const before = many(mostShown + 1000);
    const written = JSON.parse(writeScan(resultOf(before), 'json', { version: '0', color: false })) as { findings: { fingerprint: string }[] };
    const after = markBaseline(resultOf(before.slice(1)), new Set(written.findings.map(({ fingerprint }) => fingerprint)));
    assert.deepEqual(linesOf(after), []);
  });

  for (const format of ['text', 'markdown'] as const) {
    it(`are what ${format} lists`, () => {
      const text = writeScan(resultOf(many(mostShown + 1)), format, { version: '0', color: false });
      assert.deepEqual([text.includes(`Query ${mostShown}.`), text.includes(`Query ${mostShown + 1}.`)], [true, false]);
    });
  }
});
