import assert from 'node:assert/strict';
import { Latest } from '../../../../src/webview/state/latest.ts';
import { isSameScope, scopeOf } from '../../../../src/webview/state/scope-of.ts';
import { initialState } from '../../../../src/webview/state/ui-state.ts';

describe('the answer to the latest question', () => {
  const never = (): void => assert.fail('it was not to be called');

  it('is asked for once and is there when it has come', async () => {
    const latest = new Latest<string>();
    let asked = 0;
    const key = ['a', 1];
    const ask = async (): Promise<string> => { asked++; return await Promise.resolve('answer'); };
    await new Promise<void>((arrived) => assert.equal(latest.of(key, ask, arrived, never), null));
    assert.equal(latest.of(['a', 1], ask, never, never), 'answer');
    assert.equal(asked, 1);
  });

  it('is asked for anew when a part of the question is another one', async () => {
    const latest = new Latest<string>();
    await new Promise<void>((arrived) => latest.of([{}], () => Promise.resolve('one'), arrived, never));
    assert.equal(latest.of([{}], () => new Promise(() => undefined), never, never), null);
  });

  it('is not the late answer or failure of an earlier question', async () => {
    const latest = new Latest<string>();
    let answerLate: (answer: string) => void = never;
    let failLate: (error: Error) => void = never;
    latest.of([1], () => new Promise((resolve) => { answerLate = resolve; }), never, never);
    latest.of([2], () => new Promise((_, reject) => { failLate = reject; }), never, never);
    answerLate('late');
    failLate(new Error('late'));
    await new Promise<void>((arrived) => latest.of([3], () => Promise.resolve('in time'), arrived, never));
    assert.equal(latest.of([3], () => Promise.reject(new Error('asked again')), never, never), 'in time');
  });

  it('is told when it failed', async () => {
    const error = await new Promise((failed) => new Latest().of([1], () => Promise.reject(new Error('gone')), never, failed));
    assert.match(String(error), /gone/);
  });
});

describe('the scope that is asked for', () => {
  it('is all lanes, or the one that was picked', () => {
    assert.deepEqual(scopeOf(initialState), { lanes: [], range: null, transforms: [] });
    assert.deepEqual(scopeOf({ ...initialState, lane: 2, range: [1, 5] }), { lanes: [2], range: [1, 5], transforms: [] });
  });

  it('changes with lane, range and transforms, not with what is chosen or sought', () => {
    assert.ok(isSameScope(initialState, { ...initialState, selected: 4, query: 'x' }));
    for (const change of [{ lane: 1 }, { range: [0, 1] as const }, { transforms: [{ kind: 'fold-recursion' } as const] }]) assert.ok(!isSameScope(initialState, { ...initialState, ...change }), JSON.stringify(change));
  });
});
