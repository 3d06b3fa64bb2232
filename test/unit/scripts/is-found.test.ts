import assert from 'node:assert/strict';
import { isFound, type ScanFinding } from '../../../scripts/precision/is-found.ts';
import type { KnownPlace } from '../../../scripts/precision/known-bugs.ts';

const place = (ends?: readonly string[]): KnownPlace => ({ rule: 'n-plus-one', repository: 'a/b', commit: '', path: 'src/a.ts', line: 10, verdict: 'bug', blob: '', ...(ends && { ends }) });
const finding = (changes: Partial<ScanFinding> = {}): ScanFinding => ({ rule: 'n-plus-one', file: 'src/a.ts', line: 9, endLine: 11, chain: [{ file: 'src/db.ts', line: 40 }], ...changes });

describe('a known bug', () => {
  it('is found by a finding that spans its line', () => assert.ok(isFound(place(), [finding()])));
  it('is found by the rule for resolvers too', () => assert.ok(isFound(place(), [finding({ rule: 'n-plus-one-resolver' })])));
  it('is missed when another rule stands there', () => assert.ok(!isFound(place(), [finding({ rule: 'sync-blocking' })])));
  it('is missed when the finding stands elsewhere', () => {
    assert.ok(!isFound(place(), [finding({ file: 'src/b.ts' })]));
    assert.ok(!isFound(place(), [finding({ line: 11 })]));
    assert.ok(!isFound(place(), [finding({ endLine: 9 })]));
  });
  it('is missed when the way ends at another query', () => assert.ok(!isFound(place(['src/other.ts']), [finding()])));
  it('is found when the way ends in a named file, or within three lines of a named line', () => {
    assert.ok(isFound(place(['src/db.ts']), [finding()]));
    assert.ok(isFound(place(['src/db.ts:43']), [finding()]));
    assert.ok(!isFound(place(['src/db.ts:44']), [finding()]));
  });
  it('ends at the call itself when no way is told', () => assert.ok(isFound(place(['src/a.ts:9']), [finding({ chain: [] })])));
});
