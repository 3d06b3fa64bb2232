import assert from 'node:assert/strict';
import { readJsonc } from '../../../../src/session/scan/read-jsonc.ts';

describe('readJsonc', () => {
  it('takes comments, commas at the end and a byte order mark', () => {
    assert.deepEqual(readJsonc('\uFEFF{ // one\n "a": [1, 2, /* two */ ], /* , */ }'), { a: [1, 2] });
  });

  it('leaves what stands in strings alone', () => {
    const value = { a: '// no /* comment */', b: ',]', c: 'quote " and \\ end, }' };
    assert.deepEqual(readJsonc(JSON.stringify(value)), value);
  });

  it('refuses what is no JSON, at its own offset', () => {
    assert.throws(() => readJsonc('{ /* x */ "a": , }'), SyntaxError);
    assert.throws(() => readJsonc('{ "a": 1,, }'), SyntaxError);
    assert.throws(() => readJsonc('/* open'), SyntaxError);
    assert.throws(() => readJsonc('"open'), SyntaxError);
  });

  it('reads a large text of quotes, commas and comments that never end in one pass', () => {
    const started = performance.now();
    for (const part of ['\\"', '/*', ', ', '"', ',/*']) assert.throws(() => readJsonc(part.repeat(200_000)), SyntaxError);
    assert.ok(performance.now() - started < 5_000, 'a quadratic reader takes minutes');
  });
});
