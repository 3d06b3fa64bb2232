import assert from 'node:assert/strict';
import { matchSides } from '../../../../src/core/compare/match-side.ts';
import { measurePlaces } from '../../../../src/core/compare/measure-places.ts';
import { drawFlame, rowNamed } from '../layout/flame-fixture.ts';

describe('Where a function stands in its file', () => {
  const data = drawFlame(['third@/p/a.js:30  first@/p/a.js:10  second@/p/a.js:14  other@/p/b.js:5']);
  const [side] = matchSides(data, data);
  const row = (name: string): number => rowNamed(data, name);
  const places = measurePlaces(side, (func) => (func === row('second') ? 77 : -1));
  const all = (column: Int32Array): readonly number[] => ['first', 'second', 'third', 'other'].map((name) => column[row(name)]);

  it('is told by the lines to the one above, or to the top of the file', () => {
    assert.deepEqual(all(places.gapAbove), [10, 4, 16, 5]);
  });

  it('is told by the lines to the one below; the last has none', () => {
    assert.deepEqual(all(places.gapBelow), [4, 16, 0, 0]);
  });

  it('is told by the last one above that has its pair, and the lines from there', () => {
    assert.deepEqual([all(places.owner), all(places.offset)], [[-1, -1, 77, -1], [10, 14, 16, 5]]);
  });
});
