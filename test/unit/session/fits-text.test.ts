import assert from 'node:assert/strict';
import { fitsText } from '../../../src/session/fits-text.ts';
import { smallProfile, type SmallFunction } from '../core/sourcemap/small-profile.ts';

describe('Whether a script can be the text of a file', () => {
  const fn = (name: string, line: number, column = 1, scriptId = '7'): SmallFunction => ({ name, url: 'file:///a.js', scriptId, line, column, ticks: {} });
  const fits = (functions: readonly SmallFunction[], text: string, byName = true) => {
    const profile = smallProfile(functions);
    return fitsText(profile, profile.strings.indexOf('7'), text, byName);
  };

  it('it can when places lie inside and names stand in their lines', () => {
    assert.equal(fits([fn('parse', 1), fn('Row.render', 2)], 'function parse() {}\nclass Row { render() {} }'), 'fits');
  });

  it('it can not past the last line, or past the end of a line', () => {
    assert.equal(fits([fn('a', 3)], 'a\na', false), 'differs');
    assert.equal(fits([fn('a', 1, 3)], 'a\na', false), 'differs');
    assert.equal(fits([fn('a', 1, 2)], 'a\na', false), 'fits');
  });

  it('half of the names are enough, fewer are not', () => {
    assert.equal(fits([fn('one', 1), fn('two', 1)], 'one'), 'fits');
    assert.equal(fits([fn('one', 1), fn('two', 1), fn('three', 1)], 'one'), 'differs');
  });

  it('nobody knows without a name to look for', () => {
    assert.equal(fits([fn('', 1), fn('(anonymous)', 1)], 'x'), 'unsure');
    assert.equal(fits([], 'x'), 'unsure');
    assert.equal(fits([fn('', 1)], 'x', false), 'fits');
  });

  it('other scripts and functions without a line are not asked', () => {
    assert.equal(fits([fn('one', 1), fn('far', 900, 1, '8'), fn('(program)', 0)], 'one'), 'fits');
  });

  it('lines end as V8 ends them', () => {
    for (const end of ['\n', '\r\n', '\r', '\u2028', '\u2029']) assert.equal(fits([fn('two', 2)], `one${end}two`), 'fits', JSON.stringify(end));
  });
});
