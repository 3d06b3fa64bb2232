import assert from 'node:assert/strict';
import { ticksOf } from '../../../src/webview/chart/ticks-of.ts';
import { panBy, wholeView, zoomAt } from '../../../src/webview/chart/viewport.ts';
import { scrollTo, windowOf } from '../../../src/webview/table/row-window.ts';
import { contrast, parseColor, toPixel } from '../../../src/webview/theme/color.ts';
import { nameKey } from '../../../src/webview/keys/name-key.ts';
import { bindings } from '../../../src/webview/keys/bindings.ts';

describe('a table’s window', () => {
  it('is the lines in sight and one more', () => assert.deepEqual(windowOf(100, 44, 220), { height: 2200, first: 2, end: 13, offset: 44 }));
  it('is empty for an empty table', () => assert.deepEqual(windowOf(0, 0, 220), { height: 0, first: 0, end: 0, offset: 0 }));
  it('reaches the last of five million lines, and each of them by key', () => {
    const { height } = windowOf(5_000_000, 0, 400);
    assert.ok(height <= 8_000_000);
    assert.equal(windowOf(5_000_000, height - 400, 400).end, 5_000_000);
    for (const index of [0, 1, 2_499_999, 4_999_999]) {
      const { first, end } = windowOf(5_000_000, scrollTo(index, 5_000_000, 3_000_000, 400), 400);
      assert.ok(first <= index && index < end, `${index} is in ${first}–${end}`);
    }
  });
  it('stays when the line is in sight already', () => assert.equal(scrollTo(5, 100, 44, 220), 44));
});

describe('zoom', () => {
  it('keeps what is under the pointer', () => {
    const view = zoomAt(wholeView(100), 0.25, 0.5, 100);
    assert.deepEqual([view.from, view.to], [12.5, 62.5]);
  });
  it('shows no more than everything', () => assert.deepEqual(zoomAt({ from: 40, to: 60, top: 0, row: 1 }, 0.5, 100, 100), { from: 0, to: 100, top: 0, row: -1 }));
  it('stays inside when moved beyond the end', () => assert.deepEqual([panBy({ from: 80, to: 100, top: 0, row: -1 }, 1, 5, 100, 3).from, panBy({ from: 80, to: 100, top: 0, row: -1 }, 1, 5, 100, 3).top], [80, 3]));
});

describe('marks of the axis', () => {
  it('are round and no more than asked for', () => assert.deepEqual(ticksOf(0, 1_000, 5), [0, 200, 400, 600, 800, 1_000]));
  it('are none without room or time', () => assert.deepEqual([ticksOf(0, 0, 5), ticksOf(0, 10, 0)], [[], []]));
});

describe('a colour of the theme', () => {
  it('is read in every form the editor writes', () => {
    assert.deepEqual(['#fff', '#102030', '#ffffff80', 'rgb(1, 2, 3)', 'rgba(255, 255, 255, 0.5)', 'red', ''].map((text) => parseColor(text, [0, 0, 0])?.map(Math.round)),
      [[255, 255, 255], [16, 32, 48], [128, 128, 128], [1, 2, 3], [128, 128, 128], undefined, undefined]);
  });
  it('is one little-endian pixel', () => assert.equal(toPixel([1, 2, 3]).toString(16), 'ff030201'));
  it('has the contrast of WCAG', () => assert.equal(contrast([0, 0, 0], [255, 255, 255]).toFixed(0), '21'));
});

describe('keys', () => {
  const key = (part: Partial<Parameters<typeof nameKey>[0]> & { key: string }): string => nameKey({ ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...part });
  it('are named as they are listed', () => {
    assert.deepEqual([key({ key: '?', shiftKey: true }), key({ key: 'N', shiftKey: true }), key({ key: 'z', ctrlKey: true }), key({ key: 'z', metaKey: true, shiftKey: true }), key({ key: 'ArrowLeft', altKey: true }), key({ key: 'F10', shiftKey: true })],
      ['?', 'N', 'Ctrl+z', 'Ctrl+Shift+Z', 'Alt+ArrowLeft', 'Shift+F10']);
  });
  it('stand for one thing each', () => {
    const all = bindings.flatMap(({ keys }) => keys);
    assert.equal(new Set(all).size, all.length);
  });
});
