import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createCpuProfileReader, parseCpuProfile } from '../../../../src/core/formats/cpuprofile/index.ts';
import type { Parsed } from '../../../../src/core/model/problem.ts';
import type { Profile } from '../../../../src/core/model/profile.ts';
import { drawProfile, encodeProfile } from '../../../helpers/profile-fixture.ts';
import { assertSound } from './expect-outcome.ts';

const drawn = drawProfile(`
  main@file:///a/ünï.js:3:1+5  main@file:///a/ünï.js:3:1  (idle)  (garbage collector)
  "q"\\é@C:\\x\\y.js            𝒳@node:fs+4                         
  \u0001@file:///b.js:2:2+3                                        
`, { firstDeltaUs: 70 });
const compact = encodeProfile(drawn);
const pretty = new TextEncoder().encode(JSON.stringify(drawn, null, 2));

function readInPieces(bytes: Uint8Array, cuts: readonly number[]): Parsed<Profile> {
  const reader = createCpuProfileReader();
  const ends = [...cuts, bytes.length].sort((a, b) => a - b);
  ends.forEach((end, index) => reader.push(bytes.slice(index === 0 ? 0 : ends[index - 1], end)));
  return reader.end();
}

/** Nothing is thrown, nothing leaks, and what is refused or repaired names its place. */
function assertAnswered(bytes: Uint8Array): void {
  const before = Object.getOwnPropertyNames(Object.prototype).join();
  const read = parseCpuProfile(bytes);
  for (const { byte, field, message, code } of read.ok ? read.problems : [read.problem]) {
    assert.ok(byte !== undefined || field !== undefined, 'a place is named');
    assert.ok(byte === undefined || (byte >= 0 && byte <= bytes.length), 'the byte lies in the file');
    assert.match(code, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    assert.match(message, /^[A-Z0-9a-z][^\n]*[^.\n]$/);
  }
  if (read.ok) assertSound(read.value);
  assert.equal(Object.getOwnPropertyNames(Object.prototype).join(), before);
}

describe('reading a .cpuprofile, whatever comes', function () {
  this.timeout(120_000);

  for (const [form, bytes, step] of [['as V8 writes it', compact, 1], ['with white space', pretty, 7]] as const) {
    it(`gives the same ${form} when cut in two, wherever`, () => {
      const whole = parseCpuProfile(bytes);
      assert.ok(whole.ok);
      for (let cut = 0; cut <= bytes.length; cut += step) assert.deepEqual(readInPieces(bytes, [cut]), whole, `cut at ${cut}`);
    });

    it(`gives the same ${form} in pieces of 1 to 9 bytes and in random ones`, () => {
      const whole = parseCpuProfile(bytes);
      for (let size = 1; size < 10; size++) {
        const cuts = Array.from({ length: Math.floor(bytes.length / size) }, (_, index) => (index + 1) * size);
        assert.deepEqual(readInPieces(bytes, cuts), whole, `pieces of ${size}`);
      }
      fc.assert(fc.property(fc.array(fc.nat(bytes.length), { maxLength: 12 }), (cuts) => assert.deepEqual(readInPieces(bytes, cuts), whole)), { numRuns: 200 });
    });

    it(`answers a file ${form} that is cut off, wherever`, () => {
      for (let length = 0; length <= bytes.length; length += step) assertAnswered(bytes.subarray(0, length));
    });
  }

  it('reads both forms alike', () => {
    assert.deepEqual(parseCpuProfile(pretty), parseCpuProfile(compact));
  });

  it('answers any change of bytes', () => {
    const edit = fc.record({ at: fc.nat(compact.length - 1), remove: fc.nat(6), insert: fc.uint8Array({ maxLength: 4 }) });
    const apply = (bytes: Uint8Array, { at, remove, insert }: { at: number; remove: number; insert: Uint8Array }): Uint8Array =>
      Uint8Array.from([...bytes.subarray(0, at), ...insert, ...bytes.subarray(at + remove)]);
    fc.assert(fc.property(fc.constantFrom(compact, pretty), fc.array(edit, { minLength: 1, maxLength: 5 }), (bytes, edits) => assertAnswered(edits.reduce(apply, bytes))), { numRuns: 2500 });
  });

  it('answers any change of tokens', () => {
    const text = new TextDecoder().decode(compact);
    const tokens = text.match(/"(?:[^"\\]|\\.)*"|-?\d+|[[\]{}:,]/g) ?? [];
    const spare = fc.constantFrom('-1', '0', '1', '2', '1.5', '1e400', '99', '2147483648', 'null', 'true', '"x"', '"__proto__"', '[]', '{}', '[[1]]', ',', ':', '{', '}', '[', ']', 'NaN', '"id"', '"children"', '"parent"', '"\\ud800"', '\u0000');
    const change = fc.tuple(fc.nat(tokens.length - 1), spare);
    fc.assert(fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const changed = [...tokens];
      for (const [at, by] of changes) changed[at] = by;
      assertAnswered(new TextEncoder().encode(changed.join('')));
    }), { numRuns: 2500 });
  });

  it('accepts exactly what JSON.parse accepts among changed files that are whole', () => {
    const isJson = (bytes: Uint8Array): boolean => {
      try {
        JSON.parse(new TextDecoder().decode(bytes));
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(fc.property(fc.nat(compact.length - 1), fc.nat(255), (at, byte) => {
      const changed = Uint8Array.from(compact);
      changed[at] = byte;
      const read = parseCpuProfile(changed);
      const whole = read.ok && !read.problems.some(({ code }) => code === 'truncated');
      if (whole) assert.ok(isJson(changed), 'accepts what is no JSON');
      if (!read.ok && read.problem.code === 'not-json') assert.ok(!isJson(changed), 'calls valid JSON invalid');
    }), { numRuns: 2500 });
  });
});
