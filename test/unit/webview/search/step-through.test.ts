import assert from 'node:assert/strict';
import type { FunctionTotals } from '../../../../src/core/layout/view.ts';
import { nextMatch, sayMatches } from '../../../../src/webview/search/step-through.ts';

const totals: FunctionTotals = { self: new Float64Array(), total: new Float64Array(), samples: new Float64Array(), all: 1200, idle: 200 };

describe('going from match to match', () => {
  it('begins with the first, or backwards with the last', () => {
    assert.deepEqual([nextMatch([4, 9, 2], -1, 1), nextMatch([4, 9, 2], 7, -1)], [4, 2]);
  });
  it('goes on in their order and around both ends', () => {
    assert.deepEqual([nextMatch([4, 9, 2], 4, 1), nextMatch([4, 9, 2], 2, 1), nextMatch([4, 9, 2], 4, -1), nextMatch([5], 5, 1)], [9, 4, 2, 5]);
  });
  it('leads nowhere when nothing was found', () => {
    assert.equal(nextMatch([], 4, 1), -1);
  });
});

describe('what is said of matches', () => {
  it('is how many there are and their share of what was not idle', () => {
    assert.equal(sayMatches({ functions: [4, 9], total: 250 }, -1, totals), '2 · 25.0 %');
  });
  it('is which of them is chosen', () => {
    assert.equal(sayMatches({ functions: [4, 9], total: 250 }, 9, totals), '2 of 2 · 25.0 %');
  });
  it('is never more than everything, also where waiting was found', () => {
    assert.equal(sayMatches({ functions: [4], total: 1200 }, -1, totals), '1 · 100 %');
  });
  it('is that nothing was found', () => {
    assert.equal(sayMatches({ functions: [], total: 0 }, 3, totals), 'nothing found');
  });
});
