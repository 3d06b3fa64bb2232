import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countEvenSamples, shareError } from '../../../../src/core/model/share-error.ts';

describe('shareError', () => {
  it('is the half width statistics books give', () => {
    // Wilson for 50 of 100: 0.404 to 0.596; for 0 of 100: 0 to 0.037.
    assert.ok(Math.abs(shareError(0.5, 100) - 0.0962) < 0.0005);
    assert.ok(Math.abs(shareError(0, 100) * 2 - 0.037) < 0.0005);
  });

  it('shrinks with the samples, is never 0 and never above 1', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 1_000_000 }), (share, samples) => {
      const error = shareError(share, samples);
      assert.ok(error > 0 && error <= 1 && shareError(share, samples * 2) < error);
    }));
    assert.equal(shareError(0.5, 0), 1);
  });

  it('holds the truth in 90 to 99 of 100 runs of samples taken independently', () => {
    let seed = 1;
    const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    for (const truth of [0.02, 0.15, 0.5, 0.81]) {
      let held = 0;
      for (let run = 0; run < 1000; run++) {
        let hits = 0;
        for (let sample = 0; sample < 400; sample++) if (random() < truth) hits++;
        if (Math.abs(hits / 400 - truth) <= shareError(hits / 400, 400)) held++;
      }
      assert.ok(held >= 900 && held <= 990, `${truth}: ${held} of 1000`);
    }
  });
});

describe('countEvenSamples', () => {
  it('counts even gaps in full, and a long gap as the one sample it is', () => {
    assert.equal(countEvenSamples(100, 100 * 1000 ** 2), 100);
    // 100 gaps of 1 ms and one of 100 ms: worth some 4, not 101.
    assert.ok(Math.abs(countEvenSamples(200, 100 * 1000 ** 2 + 100_000 ** 2) - 3.96) < 0.01);
    assert.equal(countEvenSamples(0, 0), 0);
  });
});
