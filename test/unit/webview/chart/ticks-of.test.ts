import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ticksOf } from '../../../../src/webview/chart/ticks-of.ts';

describe('marks of an axis', () => {
  it('stand at round numbers', () => {
    assert.deepEqual(ticksOf(0, 100, 5), [0, 20, 40, 60, 80, 100]);
    assert.deepEqual(ticksOf(3, 17, 4), [5, 10, 15]);
    assert.deepEqual(ticksOf(950, 1050, 3), [950, 1000, 1050]);
  });

  it('are none where nothing is wide or no label fits', () => {
    for (const ticks of [ticksOf(5, 5, 10), ticksOf(9, 3, 10), ticksOf(Number.NaN, 3, 10), ticksOf(0, 10, 0)]) assert.deepEqual(ticks, []);
  });

  it('lie inside the axis, apart by one step of 1, 2 or 5, and are never more than asked for and one', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.double({ min: 1, max: 1e9, noNaN: true }), fc.integer({ min: 1, max: 30 }), (from, span, most) => {
      const ticks = ticksOf(from, from + span, most);
      assert.ok(ticks.length <= most + 1);
      assert.ok(ticks.every((tick) => tick >= from - span * 1e-6 && tick <= from + span));
      if (ticks.length < 2) return;
      const lead = (ticks[1] - ticks[0]) / 10 ** Math.floor(Math.log10((ticks[1] - ticks[0]) * (1 + 1e-9)));
      assert.ok([1, 2, 5].some((factor) => Math.abs(lead - factor) < 0.01), `a step of ${lead}`);
    }));
  });
});
