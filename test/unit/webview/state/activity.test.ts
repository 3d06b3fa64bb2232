import assert from 'node:assert/strict';
import { Activity } from '../../../../src/webview/state/activity.ts';

describe('the activity of a page', () => {
  it('begins with the first thing that is awaited and ends with the last', () => {
    const told: boolean[] = [];
    const activity = new Activity((busy) => told.push(busy));
    activity.begin();
    activity.begin();
    activity.end();
    assert.deepEqual(told, [true]);
    activity.end();
    assert.deepEqual(told, [true, false]);
  });

  it('lasts until an answer comes, and hands it on', async () => {
    const told: boolean[] = [];
    const activity = new Activity((busy) => told.push(busy));
    const answer = activity.until(Promise.resolve(7));
    assert.deepEqual(told, [true]);
    assert.equal(await answer, 7);
    assert.deepEqual(told, [true, false]);
  });

  it('ends with an answer that fails, too', async () => {
    const told: boolean[] = [];
    const activity = new Activity((busy) => told.push(busy));
    await assert.rejects(activity.until(Promise.reject(new Error('gone'))), /gone/);
    assert.deepEqual(told, [true, false]);
  });
});
