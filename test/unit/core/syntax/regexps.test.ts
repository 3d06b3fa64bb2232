import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import { type Backtracking, findBacktracking, mayBacktrack } from '../../../../src/core/syntax/regexps/find-backtracking.ts';
import { loadRegexps } from '../../../../src/session/scan/load-regexps.ts';

const analyse = await loadRegexps();
const find = ({ source, flags }: RegExp): Backtracking | null => findBacktracking(analyse, source, flags);

/** Whether the engine of this process is done with a text within the time. */
function isDone(expression: RegExp, { before, repeated, after }: Backtracking, count: number, milliseconds: number): boolean {
  try {
    runInNewContext('expression.test(text)', { expression, text: before + repeated.repeat(count) + after }, { timeout: milliseconds });
    return true;
  } catch {
    return false;
  }
}

describe('backtracking of a regular expression', () => {
  for (const expression of [/^(a+)+$/, /^(\w+\s?)*$/, /(x+x+)+y/, /^(([a-z])+.)+[A-Z]([a-z])+$/, /^(?:(?:a|b)*)*$/, /^#?([a-f0-9]+|[a-f]+)+$/i, /^"(?:\\.|[^"])*\s*([^"]|\s)*"$/]) {
    it(`has a text of 60 characters which V8 does not get through in a quarter of a second: ${expression.source}`, () => {
      const found = find(expression);
      assert.equal(found?.power, Infinity);
      assert.equal(isDone(expression, found, 60, 250), false);
    });
  }

  it('has a power, and what must stand before', () => {
    assert.deepEqual(find(/Version\/([\d.]+).*Safari/), { power: 2, before: 'Version/', repeated: '0', after: '!' });
    assert.equal(find(/^\d+\.?\d*\.?\d*$/)?.power, 3);
  });

  it('finds what comes back with a group, and looks around', () => {
    assert.equal(find(/^(['"])(a+)+\1$/)?.power, Infinity);
    assert.equal(find(/^(?=b?)(a+)+(?<!a)$/)?.power, Infinity);
  });

  for (const expression of [/^\d+(?:\.\d+)*$/, /^(?:[^"]|"[^"]*")*$/, /^([\w.-]+)@([\da-z.-]+)$/, /^(?:a+)+/, /\s+$/, /^\s*(.*?)\s*$/, /^(['"])(?:\\.|.)*\1/, /(\w+)="([^"]*)"/]) {
    it(`has no such text where none makes it try again: ${expression.source}`, () => assert.equal(find(expression), null));
  }

  it('is told of sources up to 1,000 characters', () => {
    const padded = (length: number): RegExp => new RegExp(`${'b'.repeat(length - '|^(a+)+$'.length)}|^(a+)+$`);
    assert.equal(find(padded(1_000))?.power, Infinity);
    assert.equal(find(padded(1_001)), null);
  });

  it('is told of sources with up to five backreferences, and takes no escaped backslash for one', () => {
    assert.equal(find(/^(b?)\1\1\1\1\1\\1\\2(a+)+$/)?.power, Infinity);
    assert.equal(find(/^(b?)\1\1\1\1\1\1(a+)+$/), null);
    assert.equal(find(/^(?<b>b?)\k<b>\k<b>\k<b>\1\1\1(a+)+$/), null);
  });

  it('is told where no more than 200 characters lead to it, however they are written', () => {
    assert.equal(find(/^(?:b{50}){4}(a+)+$/)?.before, 'b'.repeat(200));
    for (const expression of [/^(?:b{67}){3}(a+)+$/, /^b{150}c{51}(a+)+$/, /^b{150}(?:c{51}(a+)+)$/]) assert.equal(find(expression), null, expression.source);
  });

  it('G20 takes no longer for regular expressions made to be slow to judge', () => {
    const doubled = Array.from({ length: 39 }, (_, index) => `(\\${index + 1}\\${index + 1})`).join('');
    const distinct = Array.from({ length: 10_000 }, (_, index) => `${String.fromCodePoint(0x4e00 + index)}*`).join('');
    for (const source of [`(a?)${doubled}x*x*$`, distinct]) assert.equal(findBacktracking(() => assert.fail('it is analysed'), source, ''), null);
    assert.equal(find(/(?:a{99999}){5000}b*b*$/), null);
  });

  it('is not looked for where fewer than two parts have no end, and no error where there is no expression', () => {
    assert.deepEqual(['a+', 'a{2,3}b+', '\\++\\*'].map(mayBacktrack), [false, false, false]);
    assert.equal(findBacktracking(analyse, '(a+)+(', ''), null);
  });
});
