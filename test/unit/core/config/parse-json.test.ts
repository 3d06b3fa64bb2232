import assert from 'node:assert/strict';
import { JsonError, parseJson, plainValue } from '../../../../src/core/config/parse-json.ts';

const read = (text: string): unknown => plainValue(parseJson(text));

describe('JSON as settings have it', () => {
  it('takes comments, commas at the end and a byte order mark', () => {
    assert.deepEqual(read('\uFEFF{ // one\n "a": [1, 2, /* two */ ], /* , */ }'), { a: [1, 2] });
  });

  it('leaves what stands in strings alone', () => {
    const value = { a: '// no /* comment */', b: ',]', c: 'quote " and \\ end, }' };
    assert.deepEqual(read(JSON.stringify(value)), value);
  });

  it('gives what JSON.parse gives', () => {
    const text = '{ "a": [1, -2.5e3, true, false, null, "\\u00e9\\n", {}, []], "__proto__": { "b": "c" }, "a2": 0, "a2": 1 }';
    assert.deepEqual(read(text), JSON.parse(text));
  });

  it('refuses what is no JSON, at its own offset', () => {
    assert.throws(() => read('{ /* x */ "a": , }'), JsonError);
    assert.throws(() => read('{ "a": 1,, }'), JsonError);
    assert.throws(() => read('/* open'), JsonError);
    assert.throws(() => read('"open'), JsonError);
  });

  it('reads a large text of quotes, commas and comments that never end in one pass', () => {
    const started = performance.now();
    for (const part of ['\\"', '/*', ', ', '"', ',/*']) assert.throws(() => read(part.repeat(200_000)), JsonError);
    assert.ok(performance.now() - started < 5_000, 'a quadratic reader takes minutes');
  });
});
