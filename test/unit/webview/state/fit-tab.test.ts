import assert from 'node:assert/strict';
import { fitTab, initialState } from '../../../../src/webview/state/ui-state.ts';
import type { Tab } from '../../../../src/webview/state/ui-state.ts';

const fitted = (tab: Tab, isComparison: boolean, hasOrder = true): Tab => fitTab({ ...initialState, tab }, isComparison, hasOrder).tab;

describe('the view to begin with', () => {
  it('is the one that was open', () => {
    assert.deepEqual([fitted('functions', false), fitted('chart', false), fitted('changes', true)], ['functions', 'chart', 'changes']);
  });
  it('is the first there is, where two runs have it not or one has not', () => {
    assert.deepEqual([fitted('functions', true), fitted('changes', false)], ['differential', 'chart']);
  });
  it('is the left-heavy graph instead of a chart of what has no order of time', () => {
    assert.deepEqual([fitted('chart', false, false), fitted('functions', false, false), fitted('differential', true, false)], ['left-heavy', 'functions', 'differential']);
  });
});
