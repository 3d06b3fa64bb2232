import assert from 'node:assert/strict';
import { layoutLeftHeavy } from '../../../../src/core/layout/layout-left-heavy.ts';
import { sayCallersAbove } from '../../../../src/webview/chart/callers-above.ts';
import { shareInSight } from '../../../../src/webview/chart/share-in-sight.ts';
import { thumbOf } from '../../../../src/webview/chart/thumb-of.ts';
import { drawFlame, nameOf, scopeOf } from '../../core/layout/flame-fixture.ts';

describe('what is out of sight above', () => {
  const data = drawFlame([`
    main    main
    load    write
    parse
    row
    cell
    split
    trim
  `]);
  const { tree } = scopeOf(data);
  const boxes = layoutLeftHeavy(tree);
  const said = (rows: number, x: number): string | null => sayCallersAbove(boxes, rows, x, (box) => nameOf(data, tree.func[boxes.row[box]]));

  it('is nothing while the first row is in sight', () => assert.equal(said(0, 500), null));
  it('names the callers from the outermost on', () => {
    assert.equal(said(1, 500), '1 more row: (root)');
    assert.equal(said(3, 500), '3 more rows: (root) › main › load');
  });
  it('leaves the middle of a long way out', () => {
    assert.equal(said(5, 500), '5 more rows: (root) › main › load › parse › row');
    assert.equal(said(7, 500), '7 more rows: (root) › main › … › row › cell › split');
  });
  it('names those at the place that is looked at', () => assert.equal(said(3, 1500), '3 more rows: (root) › main › write'));
  it('stops where the stacks are less deep', () => assert.equal(said(5, 1500), '5 more rows: (root) › main › write'));
  it('counts rows where nothing runs at all', () => assert.equal(said(5, 9_000), '5 more rows'));
});

describe('the bar beside a deep picture', () => {
  it('is not there while every row is in sight', () => assert.equal(thumbOf(20, 0, 20), null));
  it('is as long as the part in sight', () => assert.deepEqual(thumbOf(40, 0, 20), { from: 0, size: 0.5 }));
  it('stands where the part is, to the very end', () => {
    assert.deepEqual(thumbOf(40, 10, 20), { from: 0.25, size: 0.5 });
    assert.deepEqual(thumbOf(40, 20, 20), { from: 0.5, size: 0.5 });
  });
  it('can be grasped however deep the picture is', () => {
    const thumb = thumbOf(1_000_000, 999_980, 20);
    assert.deepEqual(thumb, { from: 0.94, size: 0.06 });
  });
});

describe('the chosen range in a picture', () => {
  it('is where it lies of what is in sight', () => assert.deepEqual(shareInSight([20, 40], { from: 0, to: 80 }), [0.25, 0.5]));
  it('ends at the edges of a zoomed picture', () => assert.deepEqual(shareInSight([20, 40], { from: 25, to: 35 }), [0, 1]));
  it('leaves nothing bright where all of it is out of sight', () => {
    assert.deepEqual(shareInSight([20, 40], { from: 50, to: 60 }), [0, 0]);
    assert.deepEqual(shareInSight([20, 40], { from: 5, to: 10 }), [1, 1]);
  });
});
