import assert from 'node:assert/strict';
import { Outline } from '../../../../src/webview/tabs/outline.ts';
import { compareRows, nextSort } from '../../../../src/webview/tabs/sort-rows.ts';
import type { TableRow } from '../../../../src/webview/table/table-rows.ts';

const line = (label: string, self: number, more: Partial<TableRow> = {}): TableRow =>
  ({ id: self, func: self, row: self, level: 1, expanded: null, label, from: '', place: '', self, total: self, samples: self, ...more });

describe('the order of a table', () => {
  const lines = [line('b', 1), line('a', 3), line('c', 2)];
  const sorted = (column: string, descending: boolean): string => lines.toSorted(compareRows({ column, descending })).map(({ label }) => label).join('');

  it('is that of the chosen column, either way', () => {
    assert.deepEqual([sorted('self', true), sorted('self', false), sorted('name', false), sorted('name', true)], ['acb', 'bca', 'abc', 'cba']);
  });

  it('keeps lines that are equal in it, and all of them where the column is unknown', () => {
    assert.equal(sorted('place', false), 'bac');
    assert.equal(sorted('__proto__', true), 'bac');
  });

  it('begins with the heaviest, with names and lines from the front, and turns around at the second press', () => {
    const byName = { column: 'name', descending: false };
    assert.deepEqual(nextSort(byName, 'self'), { column: 'self', descending: true });
    assert.deepEqual(nextSort({ column: 'self', descending: true }, 'self'), { column: 'self', descending: false });
    assert.deepEqual(nextSort({ column: 'self', descending: true }, 'name'), byName);
    assert.deepEqual(nextSort(byName, 'line'), { column: 'line', descending: false });
  });
});

describe('the lines of a tree', () => {
  const [root, left, right, leaf] = [line('root', 1, { expanded: false }), line('left', 2, { level: 2, expanded: false }), line('right', 3, { level: 2 }), line('leaf', 4, { level: 3 })];
  const below = new Map<TableRow | null, readonly TableRow[] | null>([[null, [root]], [root, [left, right]], [left, [leaf]]]);
  const outline = (...open: readonly TableRow[]): Outline => new Outline((parent) => below.get(parent) ?? null, (each) => open.includes(each));
  const labels = (lines: Outline): string => Array.from({ length: lines.length }, (_, at) => lines.at(at).label).join(' ');

  it('are in sight below lines that are open, in their order', () => {
    assert.equal(labels(outline()), 'root');
    assert.equal(labels(outline(root)), 'root left right');
    assert.equal(labels(outline(root, left)), 'root left leaf right');
    assert.equal(outline(root).at(0).expanded, true);
  });

  it('are not opened below a closed one, nor where they are not known yet', () => {
    assert.equal(labels(outline(left)), 'root');
    below.set(left, null);
    assert.equal(labels(outline(root, left)), 'root left right');
  });

  it('are found by the call that was meant, else by the function', () => {
    assert.deepEqual([outline(root).indexOf(3, 3), outline(root).indexOf(3, 99), outline(root).indexOf(3, -1), outline(root).indexOf(-1, -1), outline(root).indexOf(4, 4)], [2, 2, 2, -1, -1]);
  });
});
