import assert from 'node:assert/strict';
import { reduce } from '../../../src/webview/state/reduce.ts';
import type { Action } from '../../../src/webview/state/reduce.ts';
import { restoreState, saveState } from '../../../src/webview/state/saved-state.ts';
import { initialState } from '../../../src/webview/state/ui-state.ts';
import type { UiState } from '../../../src/webview/state/ui-state.ts';

const after = (...actions: readonly Action[]): UiState => actions.reduce(reduce, initialState);
const focus: Action = { kind: 'transform', transform: { kind: 'focus', func: 3 } };
const hide: Action = { kind: 'transform', transform: { kind: 'hide', func: 4 } };
const zoomTo = (from: number, to: number) => ({ kind: 'zoom', picture: 'chart', to: { from, to, top: 0, row: -1 } }) satisfies Action;

describe('the state of the page', () => {
  it('gives the same object back when nothing changes', () => {
    const state = after({ kind: 'select', func: 3 }, { kind: 'range', range: [1, 2] });
    for (const action of [{ kind: 'select', func: 3 }, { kind: 'range', range: [1, 2] }, { kind: 'undo' }, { kind: 'back', picture: 'chart' }] satisfies Action[]) {
      assert.equal(reduce(state, action), state, action.kind);
    }
  });

  describe('changes of the stacks', () => {
    it('are taken back and made again one by one', () => {
      const done = after(focus, hide);
      const back = reduce(done, { kind: 'undo' });
      assert.deepEqual(back.transforms.map(({ kind }) => kind), ['focus']);
      assert.deepEqual(reduce(back, { kind: 'redo' }).transforms, done.transforms);
      assert.deepEqual(reduce(reduce(back, { kind: 'undo' }), { kind: 'undo' }).transforms, []);
    });
    it('made after an undo replace what was undone', () => {
      const state = after(focus, { kind: 'undo' }, hide);
      assert.equal(reduce(state, { kind: 'redo' }), state);
    });
    it('are applied once', () => assert.equal(after(focus, focus).transforms.length, 1));
    it('are switched on and off, which is undone as well', () => {
      const fold: Action = { kind: 'toggle', transform: { kind: 'fold-recursion' } };
      assert.deepEqual(after(fold, fold).transforms, []);
      assert.deepEqual(after(fold, fold, { kind: 'undo' }).transforms, [{ kind: 'fold-recursion' }]);
    });
    it('forget the row of the tree and the zoom of merged stacks, but not the function', () => {
      const state = after({ kind: 'select', func: 3, row: 9 }, { ...zoomTo(1, 2), picture: 'left-heavy' }, focus);
      assert.deepEqual([state.selected, state.row, state.zoom['left-heavy'].now], [3, -1, null]);
    });
    it('leave the chart at the time one looks at, for time is the same, and at no row, for rows are others', () => {
      const state = after({ kind: 'zoom', picture: 'chart', to: { from: 5, to: 6, top: 2, row: 9 } }, zoomTo(1, 2), focus);
      assert.deepEqual(state.zoom.chart.now, { from: 1, to: 2, top: 0, row: -1 });
      assert.deepEqual(reduce(state, { kind: 'back', picture: 'chart' }).zoom.chart.now, { from: 5, to: 6, top: 2, row: -1 });
    });
  });

  it('keeps the chosen call and the zoom of the chart when a range of time is chosen', () => {
    const state = after({ kind: 'select', func: 3, row: 9 }, zoomTo(1, 2), { kind: 'range', range: [1, 2] });
    assert.deepEqual([state.row, state.zoom.chart.now?.from], [9, 1]);
  });

  describe('zoom', () => {
    it('goes back and forward', () => {
      const state = after(zoomTo(1, 9), zoomTo(3, 4), { kind: 'back', picture: 'chart' });
      assert.equal(state.zoom.chart.now?.from, 1);
      assert.equal(reduce(state, { kind: 'forward', picture: 'chart' }).zoom.chart.now?.from, 3);
      assert.equal(reduce(state, { kind: 'back', picture: 'chart' }).zoom.chart.now, null);
    });
    it('makes no step of panning', () => {
      const state = after(zoomTo(1, 9), { kind: 'pan', picture: 'chart', to: { from: 2, to: 10, top: 0, row: -1 } }, { kind: 'back', picture: 'chart' });
      assert.equal(state.zoom.chart.now, null);
    });
    it('is a picture’s own', () => assert.equal(after(zoomTo(1, 2)).zoom['left-heavy'].now, null));
  });

  describe('after a reload', () => {
    const chosen = after({ kind: 'tab', tab: 'functions' }, { kind: 'select', func: 3 }, { kind: 'unit', unit: 'share' }, { kind: 'range', range: [1, 2] }, { kind: 'query', query: 'x' }, focus);
    it('is what it was, for the same profile', () => assert.deepEqual(restoreState(structuredClone(saveState('a', chosen)), 'a'), chosen));
    it('keeps only how one likes to look, for another profile', () => {
      const state = restoreState(saveState('a', chosen), 'b');
      assert.deepEqual([state.tab, state.unit, state.selected, state.range, state.transforms, state.query], ['functions', 'share', -1, null, [], '']);
    });
    it('begins anew from anything else', () => {
      for (const saved of [undefined, null, 1, 'x', {}, { version: 2, profile: 'a', ui: chosen }, { version: 1, profile: 'a', ui: { ...chosen, tab: 'nowhere' } }, { version: 1, profile: 'a', ui: { ...chosen, zoom: null } }]) {
        assert.equal(restoreState(saved, 'a'), initialState);
      }
    });
  });
});
