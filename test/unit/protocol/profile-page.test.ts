import assert from 'node:assert/strict';
import { isCopyRequest, isDroppedFile, isExportRequest, isFunctionPlace, isPicture, isReportRequest, isRevision } from '../../../src/protocol/profile-page.ts';

const none: readonly unknown[] = [null, undefined, 0, 'x', [], {}, Symbol.iterator, () => 0];

/** Each guard with what it takes and what lies just beside it. */
const guards: readonly { readonly name: string; readonly accepts: (value: unknown) => boolean; readonly good: readonly unknown[]; readonly bad: readonly unknown[] }[] = [
  { name: 'a revision', accepts: isRevision, good: [{ revision: 0 }, { revision: 7 }], bad: [{ revision: -1 }, { revision: 1.5 }, { revision: NaN }, { revision: '1' }] },
  {
    name: 'a place', accepts: isFunctionPlace, good: [{ revision: 1, func: 0, line: 0 }, { revision: 1, func: 0, line: 0, focus: true }],
    bad: [{ revision: 1, func: 0, line: 0, focus: 'yes' }, { revision: 1, func: 0 }, { revision: 1, line: 0 }, { revision: 1, func: -1, line: 0 }, { revision: 1, func: 0, line: 2 ** 60 }, { revision: 1, func: '/etc/passwd', line: 1 }],
  },
  { name: 'a format', accepts: isExportRequest, good: [{ format: 'pprof' }, { format: 'html' }], bad: [{ format: 'toString' }, { format: '__proto__' }, { format: ['pprof'] }] },
  { name: 'a report', accepts: isReportRequest, good: [{ format: 'markdown' }, { format: 'json' }], bad: [{ format: 'html' }, { format: 'constructor' }, { format: ['json'] }] },
  { name: 'a picture', accepts: isPicture, good: [{ png: new Uint8Array(4) }], bad: [{ png: [1, 2] }, { png: new Uint8Array(64_000_001) }, { png: new ArrayBuffer(4) }] },
  { name: 'a text to copy', accepts: isCopyRequest, good: [{ text: '' }, { text: 'a' }], bad: [{ text: 1 }, { text: 'x'.repeat(1_000_001) }] },
  {
    name: 'a dropped file', accepts: isDroppedFile, good: [{ uri: 'file:///a' }, { name: 'a', bytes: new Uint8Array(1) }],
    bad: [{ uri: 1 }, { uri: 'x'.repeat(5_000) }, { name: 'a' }, { name: 'a', bytes: 'b' }, { name: 'x'.repeat(300), bytes: new Uint8Array(1) }],
  },
];

describe('what a page says', () => {
  for (const { name, accepts, good, bad } of guards) {
    it(`is ${name} only in the right shape`, () => {
      for (const value of good) assert.equal(accepts(value), true, JSON.stringify(value));
      for (const value of [...none, ...bad]) assert.equal(accepts(value), false, `accepted ${typeof value}`);
    });
  }
});
