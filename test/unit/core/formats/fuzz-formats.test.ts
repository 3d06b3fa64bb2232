import assert from 'node:assert/strict';
import type { FormatReader } from '../../../../src/core/formats/format-reader.ts';
import { fuzz } from '../../../fuzz/fuzz.ts';
import { judge } from '../../../fuzz/judge.ts';

/** A reader that refuses everything, and does something else while it does. */
const refusing = (code: string, act: () => void = () => undefined): (() => FormatReader) => () => ({
  push: () => undefined,
  end() {
    act();
    return { ok: false, problem: { code, message: 'The file is cut off', byte: 0 } };
  },
});
const busy = (ms: number): void => {
  for (const end = performance.now() + ms; performance.now() < end; );
};

describe('broken files of every format', function () {
  this.timeout(120_000);

  it('are answered, each within its time and memory (a short run of `npm run fuzz`, without its guide)', () => {
    const { inputs, findings } = fuzz({ inputs: 3000, seed: 7, guided: false });
    assert.deepEqual(findings.map(({ input, fault }) => [fault, Buffer.from(input).toString('latin1').slice(0, 400)]), []);
    assert.equal(inputs, 3000);
  });

  it('are kept by the fuzzer when they reach what no other reached', () => {
    const { kept, blocks } = fuzz({ inputs: 64, seed: 1, guided: true });
    assert.ok(kept > 0 && blocks > 100, `${kept} kept, ${blocks} blocks`);
  });

  it('are judged: a throw, a wait, a flood, a changed prototype, a strange code and a missing place are faults', () => {
    const bytes = Uint8Array.of(1);
    const hold: Uint8Array[] = [];
    assert.equal(judge(bytes, refusing('truncated')), null);
    assert.match(judge(bytes, refusing('truncated', () => { throw new TypeError('oops'); })) ?? '', /^TypeError: oops/);
    assert.match(judge(bytes, refusing('truncated', () => busy(110))) ?? '', /^took \d+ ms$/);
    assert.match(judge(bytes, refusing('truncated', () => void hold.push(new Uint8Array(200 << 20)))) ?? '', /^took \d+ MB$/);
    assert.match(judge(bytes, refusing('frobnicated')) ?? '', /is not in docs\/faults\.md$/);
    assert.match(judge(bytes, () => ({ push: () => undefined, end: () => ({ ok: false, problem: { code: 'truncated', message: 'The file is cut off' } }) })) ?? '', /names no place$/);
    const polluted = judge(bytes, refusing('truncated', () => void Object.defineProperty(Object.prototype, 'polluted', { value: 1, configurable: true })));
    Reflect.deleteProperty(Object.prototype, 'polluted');
    assert.equal(polluted, 'changed a prototype');
  });
});
