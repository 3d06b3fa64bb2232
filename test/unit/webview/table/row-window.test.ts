import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rowHeight, scrollTo, windowOf } from '../../../../src/webview/table/row-window.ts';

describe('the lines of a table in sight', () => {
  it('are those between the scroll position and the foot, and one more', () => {
    assert.deepEqual(windowOf(1000, 10 * rowHeight, 5 * rowHeight), { height: 1000 * rowHeight, first: 10, end: 16, offset: 10 * rowHeight });
  });

  it('begin above the edge where a line is cut by it', () => {
    const { first, offset } = windowOf(1000, 10.5 * rowHeight, 5 * rowHeight);
    assert.deepEqual([first, offset], [10, 10 * rowHeight]);
  });

  it('are none of an empty table', () => {
    assert.deepEqual(windowOf(0, 0, 400), { height: 0, first: 0, end: 0, offset: 0 });
  });

  it('reach the last of ten million, though no element is that tall', () => {
    const count = 10_000_000;
    const { height } = windowOf(count, 0, 400);
    assert.ok(height <= 8_000_000, 'the element has a height that browsers draw');
    assert.equal(windowOf(count, height - 400, 400).end, count);
  });

  it('hold a line that was scrolled to, wherever one was before', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (count, wanted, from) => {
      const visible = 10 * rowHeight;
      const index = Math.floor(wanted * (count - 1));
      const start = from * Math.max(0, windowOf(count, 0, visible).height - visible);
      const { first, end } = windowOf(count, scrollTo(index, count, start, visible), visible);
      assert.ok(first <= index && index < end, `${first} to ${end} without ${index}`);
    }));
  });

  it('stay where they are when the line is in sight already', () => {
    assert.equal(scrollTo(12, 1000, 10 * rowHeight, 5 * rowHeight), 10 * rowHeight);
  });
});
