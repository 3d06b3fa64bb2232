import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type SourceEdit } from '../../../../src/core/model/source-fix.ts';

describe('Edits of a text', () => {
  const edit = (start: number, end: number, text: string): SourceEdit => ({ start, end, text });

  it('replace, insert and take out at the places of the first text', () => {
    assert.equal(applyEdits('abcdef', [edit(0, 1, 'AA'), edit(2, 2, '-'), edit(4, 6, '')]), 'AAb-cd');
  });

  it('do the same in whatever order they come', () => {
    const edits = [edit(0, 1, 'X'), edit(3, 3, 'Y'), edit(3, 5, 'Z'), edit(6, 6, '!')];
    fc.assert(fc.property(fc.shuffledSubarray(edits, { minLength: edits.length }), (shuffled) => assert.equal(applyEdits('abcdef', shuffled), 'XbcYZf!')));
  });

  it('that are none leave the text', () => {
    assert.equal(applyEdits('abc', []), 'abc');
  });
});
