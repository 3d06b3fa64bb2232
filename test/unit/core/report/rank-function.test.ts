import assert from 'node:assert/strict';
import { rankFunction } from '../../../../src/core/report/rank-function.ts';

describe('The word beside a function', () => {
  it('is hot from a tenth of the time on', () => {
    assert.deepEqual([1, 0.1, 0.0999].map(rankFunction), ['hot', 'hot', 'warm']);
  });

  it('is warm from a fiftieth on, else cool', () => {
    assert.deepEqual([0.02, 0.0199, 0].map(rankFunction), ['warm', 'cool', 'cool']);
  });
});
