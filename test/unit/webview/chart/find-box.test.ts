import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layoutChart } from '../../../../src/core/layout/layout-chart.ts';
import { layoutLeftHeavy } from '../../../../src/core/layout/layout-left-heavy.ts';
import type { FlameBoxes } from '../../../../src/core/layout/view.ts';
import { boxAt, callerBox, depthOf, middleOf, siblingBox, widestBox, widestCallee, widthOf } from '../../../../src/webview/chart/find-box.ts';
import { moveBox } from '../../../../src/webview/chart/frame-keys.ts';
import { isWhole, lengthOf, panBy, viewOfBox, wholeView, zoomAt } from '../../../../src/webview/chart/viewport.ts';
import { drawFlame, flameFrom, nameOf, scopeOf } from '../../core/layout/flame-fixture.ts';
import { randomProfile } from '../../core/model/random-profile.ts';

const data = drawFlame([`
  main   main   main    (idle)  main
  parse  parse  render          parse
  row    cell
`]);
const scoped = scopeOf(data);
const chart = layoutChart(scoped.lanes[0], scoped.calls, scoped.calls.rowOf[0], scoped.data.functions.category);
const nameAt = (box: number): string => (box < 0 ? '' : nameOf(data, scoped.tree.func[chart.row[box]]));
const named = (name: string): number => Array.from(chart.row.keys()).findIndex((box) => nameAt(box) === name);

/** Pictures of any profile, both kinds. */
const always = (check: (boxes: FlameBoxes) => void): void =>
  fc.assert(fc.property(randomProfile, (profile) => {
    const { data, lanes: [lane], calls, tree } = scopeOf(flameFrom([profile]));
    check(layoutLeftHeavy(tree));
    check(layoutChart(lane, calls, calls.rowOf[0], data.functions.category));
  }), { numRuns: 150 });

describe('finding boxes', () => {
  it('tells the depth of each box', () => {
    always((boxes) => {
      for (let depth = 0; depth < boxes.depth; depth++) {
        for (let box = boxes.rowStart[depth]; box < boxes.rowStart[depth + 1]; box++) assert.equal(depthOf(boxes, box), depth);
      }
    });
  });

  it('finds a box by its depth and any place inside it, and none outside', () => {
    always((boxes) => {
      for (let box = 0; box < boxes.row.length; box++) if (widthOf(boxes, box) > 0) assert.equal(boxAt(boxes, depthOf(boxes, box), middleOf(boxes, box)), box);
      assert.equal(boxAt(boxes, -1, 0), -1);
      assert.equal(boxAt(boxes, boxes.depth, 0), -1);
      assert.equal(boxAt(boxes, 0, lengthOf(boxes) + 1), -1);
    });
  });

  it('goes up to the caller, down to the widest call, and sideways within a row', () => {
    assert.equal(nameAt(callerBox(chart, named('cell'))), 'parse');
    assert.equal(nameAt(widestCallee(chart, named('main'))), 'parse');
    assert.equal(widestCallee(chart, named('(idle)')), -1);
    assert.equal(nameAt(siblingBox(chart, named('render'), 1)), 'parse');
    assert.equal(siblingBox(chart, 0, 1), -1);
    assert.equal(siblingBox(chart, 0, -1), -1);
  });

  it('finds the widest of all boxes that are meant', () => {
    assert.equal(widestBox(chart, (row) => nameOf(data, scoped.tree.func[row]) === 'parse'), named('parse'));
    assert.equal(widestBox(chart, () => false), -1);
  });

  it('moves by arrow keys, turned around where callers stand below, and stays where there is nothing', () => {
    assert.equal(nameAt(moveBox(chart, named('parse'), 'ArrowUp', false) ?? -1), 'main');
    assert.equal(nameAt(moveBox(chart, named('parse'), 'ArrowDown', true) ?? -1), 'main');
    assert.equal(moveBox(chart, 0, 'ArrowUp', false), 0);
    assert.equal(moveBox(chart, -1, 'ArrowLeft', false), 0);
    assert.equal(moveBox(chart, 0, 'x', false), null);
  });
});

describe('what is in sight', () => {
  const whole = wholeView(1000);

  it('zooms around the pointer, and never beyond the whole', () => {
    const half = zoomAt(whole, 0.25, 0.5, 1000);
    assert.deepEqual([half.from, half.to], [125, 625]);
    assert.ok(isWhole(zoomAt(half, 0.5, 1000, 1000), 1000));
  });

  it('keeps its width and stays inside when it moves', () => {
    const half = zoomAt(whole, 0, 0.5, 1000);
    const right = panBy(half, 5, 0, 1000, 10);
    assert.deepEqual([right.from, right.to], [500, 1000]);
    assert.equal(panBy(half, 0, 99, 1000, 10).top, 10);
    assert.equal(panBy(half, 0, -99, 1000, 10).top, 0);
  });

  it('shows a box at full width, with its row a third down', () => {
    const box = named('cell');
    assert.deepEqual(viewOfBox(chart, box, 9, 9), { from: 1000, to: 2000, top: 6, row: chart.row[box] });
  });
});
