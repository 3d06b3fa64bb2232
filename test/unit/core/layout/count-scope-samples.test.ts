import assert from 'node:assert/strict';
import { countScopeSamples } from '../../../../src/core/layout/count-scope-samples.ts';
import { drawFlame, scopeOf } from './flame-fixture.ts';

describe('how many even samples a scope is worth', () => {
  const data = drawFlame(['main   main   main   main   (idle)\nparse  parse  draw   draw']);
  it('is all that were busy, when they are even', () => {
    assert.equal(countScopeSamples(scopeOf(data)), 4);
  });
  it('is those of a range', () => {
    assert.equal(countScopeSamples(scopeOf(data, { range: [0, 2_000] })), 2);
  });
  it('is fewer where the range cuts one, for a part says less', () => {
    assert.equal(countScopeSamples(scopeOf(data, { range: [0, 1_500] })), 1.5 ** 2 / (1 + 0.5 ** 2));
  });
});
