import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import { slowRegexp } from '../../../../src/core/rules/slow-regexp.ts';
import { describeSource } from '../../../../src/session/scan/scan-source.ts';
import { checkFiles } from '../../../helpers/scan-case.ts';

const messageFor = (expression: string): string => {
  const text = `import express from 'express';\nexpress().get('/', (req, res) => res.send(${expression}.test(req.query.text)));\n`;
  return checkFiles(new Map([['sample.ts', text]]), ['slow-regexp']).get('sample.ts')?.[0]?.message ?? '';
};

/** The text a message names, as a reader would paste it. */
const attackIn = (message: string): string => /on `(.*?)` /.exec(message)?.[1] ?? assert.fail(message);

describe('the message of slow-regexp', () => {
  for (const expression of [String.raw`/^(\w+\s?)*$/`, String.raw`/^"(?:[^"\\]+|\\.)*"$/`, String.raw`/^'(?:'|\s|[^']+)*\n$/`, String.raw`/^\\(?:\d|[0-9a-f]+)+;$/`]) {
    it(`names a text that, pasted, V8 does not get through in a quarter of a second: ${expression}`, () => {
      const attack = attackIn(messageFor(expression));
      assert.throws(() => runInNewContext(`${expression}.test(${attack})`, {}, { timeout: 250 }), { code: 'ERR_SCRIPT_EXECUTION_TIMEOUT' });
    });
  }

  it('says how the time grows where it is a power of the length', () => {
    const message = messageFor(String.raw`/(\d+\.?\d*)$/`);
    assert.equal(attackIn(message), "'0'.repeat(50000) + '!'");
    assert.match(message, /twice the text takes four times as long/);
    assert.match(messageFor(String.raw`/^\d+\.?\d*\.?\d*$/`), /twice the text takes 8 times as long/);
  });
});

describe('files that slow-regexp looks at', () => {
  const isLookedAt = (text: string): boolean => describeSource('src/sample.ts', text, '').rules.includes('slow-regexp');

  for (const expression of [/^(-+)+$/, /( +)+$/, /(:+)+$/, /^-+-+$/, /( +| -)+$/, /^ + +$/, /( +=?)+$/, /(a+=?)+$/, /(\/+)+$/, /(\++)+$/, /(\**)*!/, /("+)+$/, /(-{2,})+$/, /(一+)+$/, /(\t+)+$/]) {
    it(`hold an expression that repeats any character: ${expression.source}`, () => assert.ok(isLookedAt(`export const isIt = (text: string) => ${expression}.test(text);\n`)));
  }

  it('hold more than sums, counters and comments', () => {
    for (const code of ['const a = b + c + d;', 'i++; j++; k += 1;', '/** a */ /* b */', ' * @param a * b', "  + 'a' + 'b'", "glob('src/**/x/**')", 'const one = /-+/;']) assert.ok(!isLookedAt(`${code}\n`), code);
  });

  it('are told from hostile ones by reading a text about once', () => {
    for (const part of [' + ', '++', 'a+\n', '{1', `{${'1'.repeat(500)}\n`, `a+${'x'.repeat(1_100)}\n`]) {
      const text = part.repeat(1_000_000 / part.length);
      assert.ok(!slowRegexp.needs.every((need) => need.test(text)), part.slice(0, 5));
    }
  });
});
