import assert from 'node:assert/strict';
import { MeasuredFile } from '../../../src/editor/decorations/measured-file.ts';

const text = [
  'const top = 1;', //    1
  'function outer() {', // 2
  '  a();', //             3
  '  function inner() {', //4
  '    b();', //           5
  '  }', //                6
  '  c();', //             7
  '}', //                  8
  'function other() {', // 9
  '  d();', //             10
  '}', //                  11
].join('\n');
const ranges = [{ startLine: 2, endLine: 8 }, { startLine: 4, endLine: 6 }, { startLine: 9, endLine: 11 }];
const edited = (startLine: number, startCharacter: number, endLine: number, endCharacter: number, inserted: string, known = true): MeasuredFile => {
  const file = new MeasuredFile(text, true);
  if (known) file.setFunctions(ranges);
  file.apply([{ startLine: startLine - 1, startCharacter, endLine: endLine - 1, endCharacter, text: inserted }]);
  return file;
};
const stale = (file: MeasuredFile): number[] => Array.from({ length: 11 }, (_, index) => index + 1).filter((line) => file.isStale(line));

describe('stale functions', () => {
  it('has none while the text is the measured one', () => {
    assert.deepEqual(stale(new MeasuredFile(text, true)), []);
  });
  it('makes the edited function stale and leaves its neighbour and the function inside it', () => {
    assert.deepEqual(stale(edited(3, 2, 3, 3, 'z')), [2, 3, 7, 8]);
  });
  it('makes only the inner function stale when the edit is in it', () => {
    assert.deepEqual(stale(edited(5, 4, 5, 5, 'z')), [4, 5, 6]);
  });
  it('makes a function stale when a line comes in between its lines', () => {
    assert.deepEqual(stale(edited(10, 0, 10, 0, '  e();\n')), [9, 10, 11]);
  });
  it('makes a function stale when one of its lines goes', () => {
    assert.deepEqual(stale(edited(10, 0, 11, 0, '')), [9, 10, 11]);
  });
  it('only shifts functions when lines come in between them', () => {
    const file = edited(9, 0, 9, 0, '\n\n');
    assert.deepEqual(stale(file), []);
    assert.equal(file.currentLine(10), 12);
  });
  it('makes the outer function stale when a whole function inside it goes', () => {
    assert.deepEqual(stale(edited(4, 0, 7, 0, '')).filter((line) => line < 4 || line > 6), [2, 3, 7, 8]);
  });
  it('judges a line outside every function by itself', () => {
    assert.deepEqual(stale(edited(1, 0, 1, 0, 'x')), [1]);
  });
  it('judges by line until the functions are known', () => {
    assert.deepEqual(stale(edited(3, 2, 3, 3, 'z', false)), [3]);
  });
  it('calls everything stale in a text that was never measured', () => {
    assert.equal(stale(new MeasuredFile(text, false)).length, 11);
  });
});
