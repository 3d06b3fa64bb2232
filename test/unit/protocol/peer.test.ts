import assert from 'node:assert/strict';
import { connect, Handover, RequestFailure, type FailureKind, type Port } from '../../../src/protocol/peer.ts';

/** Two ends of one wire in memory; what is posted arrives in a later task, as between threads. */
function wire(): { readonly left: Port; readonly right: Port; readonly seen: unknown[] } {
  const seen: unknown[] = [];
  const listeners = new Map<string, (message: unknown) => void>();
  const end = (own: string, other: string): Port => ({
    post: (message, buffers = []) => {
      seen.push(message);
      const copy: unknown = structuredClone(message, { transfer: [...buffers] });
      setImmediate(() => listeners.get(other)?.(copy));
    },
    listen: (receive) => void listeners.set(own, receive),
  });
  return { left: end('left', 'right'), right: end('right', 'left'), seen };
}

const isNumber = (value: unknown): value is number => typeof value === 'number';
const failsAs = (kind: FailureKind, message: RegExp) => (error: unknown): boolean => error instanceof RequestFailure && error.kind === kind && message.test(error.message);

describe('connect', () => {
  it('answers requests by word, in both directions, whatever order they end in', async () => {
    const { left, right } = wire();
    let release: (value: number) => void = () => undefined;
    connect(right, new Map<string, (params: unknown) => unknown>([
      ['double', (params) => (isNumber(params) ? params * 2 : 0)],
      ['late', () => new Promise<number>((resolve) => { release = resolve; })],
    ]));
    const peer = connect(left, new Map());
    const late = peer.request('late', null, isNumber);
    assert.equal(await peer.request('double', 21, isNumber), 42);
    release(7);
    assert.equal(await late, 7);
  });

  it('hands buffers over, as parameters and as an answer', async () => {
    const { left, right } = wire();
    const isColumn = (value: unknown): value is Int32Array => value instanceof Int32Array;
    const answer = Int32Array.of(4, 5);
    connect(right, new Map([['swap', (params: unknown) => (isColumn(params) && params[0] === 1 ? new Handover(answer, [answer.buffer]) : null)]]));
    const params = Int32Array.of(1);
    assert.deepEqual(await connect(left, new Map()).request('swap', new Handover(params, [params.buffer]), isColumn), Int32Array.of(4, 5));
    assert.deepEqual([params.length, answer.length], [0, 0]);
  });

  it('answers with a failure when a handler throws, and lives on', async () => {
    const { left, right } = wire();
    connect(right, new Map<string, (params: unknown) => unknown>([['boom', () => { throw new Error('no such row'); }], ['one', () => 1]]));
    const peer = connect(left, new Map());
    await assert.rejects(peer.request('boom', null, isNumber), failsAs('failed', /no such row/));
    assert.equal(await peer.request('one', null, isNumber), 1);
  });

  it('answers an unknown method, also one named like a property of every object', async () => {
    const { left, right } = wire();
    connect(right, new Map());
    const peer = connect(left, new Map());
    for (const method of ['nothing', '__proto__', 'toString']) {
      await assert.rejects(peer.request(method, null, isNumber), failsAs('unknown-method', new RegExp(method)));
    }
  });

  it('refuses an answer the guard does not accept', async () => {
    const { left, right } = wire();
    connect(right, new Map([['text', () => 'x']]));
    await assert.rejects(connect(left, new Map()).request('text', null, isNumber), failsAs('bad-answer', /text/));
  });

  it('rejects what is pending when it is disposed, and everything asked afterwards', async () => {
    const { left, right } = wire();
    connect(right, new Map([['never', () => new Promise(() => undefined)]]));
    const peer = connect(left, new Map());
    const pending = peer.request('never', null, isNumber);
    peer.dispose('the thread ended');
    await assert.rejects(pending, failsAs('disposed', /the thread ended/));
    await assert.rejects(peer.request('never', null, isNumber), failsAs('disposed', /the thread ended/));
  });

  it('ignores messages that are none, and answers nobody asked for', async () => {
    const { left, right } = wire();
    connect(right, new Map([['one', () => 1]]));
    const peer = connect(left, new Map());
    for (const message of [null, 7, 'x', {}, { kind: 'request', id: 'a', method: 'one' }, { kind: 'answer', id: 99, answer: 1 }, { kind: 'failure', id: 1, failure: 'odd', message: '' }]) right.post(message);
    assert.equal(await peer.request('one', null, isNumber), 1);
  });

  it('rejects what is pending when the other end was taken away, and asks it again when it is back', async () => {
    const { left, right } = wire();
    let answers = false;
    connect(right, new Map([['one', () => (answers ? 1 : new Promise<number>(() => undefined))]]));
    const peer = connect(left, new Map());
    const lost = peer.request('one', null, isNumber);
    peer.abandon('The page was hidden.');
    await assert.rejects(lost, failsAs('disposed', /hidden/));
    answers = true;
    assert.equal(await peer.request('one', null, isNumber), 1);
  });
});
