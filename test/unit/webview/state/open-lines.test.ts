import assert from 'node:assert/strict';
import { OpenLines } from '../../../../src/webview/state/open-lines.ts';

const usual = (): string[] => ['usual'];

describe('the open lines of a tree', () => {
  it('are the usual ones until somebody opens or closes one', () => {
    const lines = new OpenLines<string>();
    assert.deepEqual([...lines.take(null, usual)], ['usual']);
    assert.deepEqual(lines.press('a', true), ['usual', 'a']);
    assert.deepEqual(lines.press('usual', false), ['a']);
  });
  it('are those of the state, also when none is open', () => {
    assert.deepEqual([...new OpenLines<string>().take(['kept'], usual)], ['kept']);
    assert.deepEqual([...new OpenLines<string>().take([], usual)], []);
  });
  it('stay as they were pressed while the state has not heard of it', () => {
    const lines = new OpenLines<string>();
    const before: string[] = [];
    lines.take(before, usual);
    const kept = lines.press('a', true);
    assert.deepEqual([...lines.take(before, usual)], ['a']);
    assert.deepEqual([...lines.take(kept, usual)], ['a']);
  });
  it('follow a state that was reset after it has heard', () => {
    const lines = new OpenLines<string>();
    lines.take(null, usual);
    lines.take(lines.press('a', true), usual);
    assert.deepEqual([...lines.take(null, usual)], ['usual']);
  });
  it('are the same set as long as nothing changes, so that nothing is listed anew', () => {
    const lines = new OpenLines<string>();
    const saved = ['a'];
    const first = lines.take(saved, usual);
    assert.equal(lines.take(saved, usual), first);
    assert.equal(lines.reveal(['a']), first);
  });
  it('may be opened by a choice, which is not kept by itself', () => {
    const lines = new OpenLines<string>();
    const saved = ['a'];
    lines.take(saved, usual);
    assert.deepEqual([...lines.reveal(['b'])], ['a', 'b']);
    assert.deepEqual([...lines.take(saved, usual)], ['a', 'b']);
  });
  it('are asked for anew when told to forget', () => {
    const lines = new OpenLines<string>();
    lines.take(null, () => ['old']);
    lines.forget();
    assert.deepEqual([...lines.take(null, () => ['new'])], ['new']);
  });
  it('are kept up to a limit', () => {
    const lines = new OpenLines<number>();
    lines.take(Array.from({ length: 5_000 }, (_, at) => at), () => []);
    assert.equal(lines.press(7_000, true).length, 2_000);
  });
});
