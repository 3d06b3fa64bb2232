import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isWhole, lengthOf, panBy, viewOfBox, wholeView, zoomAt } from '../../../../src/webview/chart/viewport.ts';
import { layoutLeftHeavy } from '../../../../src/core/layout/layout-left-heavy.ts';
import { drawFlame, scopeOf } from '../../core/layout/flame-fixture.ts';

const boxes = layoutLeftHeavy(scopeOf(drawFlame([`
  main   main   main
  parse  parse  draw
`])).tree);

describe('what of a picture is in sight', () => {
  it('is everything at first', () => {
    assert.equal(lengthOf(boxes), 3000);
    assert.ok(isWhole(wholeView(3000), 3000));
    assert.ok(!isWhole({ ...wholeView(3000), top: 1 }, 3000), 'scrolled down it is not');
  });

  it('keeps the point under the pointer while zooming', () => {
    const view = zoomAt(wholeView(1000), 0.25, 0.5, 1000);
    assert.deepEqual([view.from, view.to], [125, 625]);
    assert.equal(view.from + 0.25 * (view.to - view.from), 250);
  });

  it('ends at both ends of the axis, however it is moved', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.boolean(), fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 20 }), (moves) => {
      let view = wholeView(1000);
      for (const [zooms, by, at] of moves) view = zooms ? zoomAt(view, at, 2 ** by, 1000) : panBy(view, by, by * 10, 1000, 40);
      assert.ok(view.from >= 0 && view.to <= 1000 + 1e-6 && view.from < view.to && view.top >= 0 && view.top <= 40, JSON.stringify(view));
    }));
  });

  it('keeps its width while it is moved, and stops where nothing can be told apart any more', () => {
    const near = zoomAt(wholeView(1000), 0.5, 0.1, 1000);
    const moved = panBy(near, 9, 0, 1000, 0);
    assert.ok(Math.abs(moved.to - moved.from - 100) < 1e-9 && moved.to === 1000);
    const deepest = zoomAt(wholeView(1000), 0.5, 0, 1000);
    assert.ok(deepest.to > deepest.from);
  });

  it('is a box at full width, with some of its callers above', () => {
    const box = boxes.rowStart[2];
    assert.deepEqual(viewOfBox(boxes, box, 12, 9), { from: 0, to: 2000, top: 9, row: boxes.row[box] });
    assert.equal(viewOfBox(boxes, box, 2, 9).top, 0, 'nothing is above the first row');
  });
});
