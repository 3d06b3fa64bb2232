import assert from 'node:assert/strict';
import ts from 'typescript';
import { findFunctionRanges } from '../../../../src/core/syntax/find-function-ranges.ts';

const ranges = (text: string, file = 'a.ts'): string[] => findFunctionRanges(ts, file, text).map(({ name, startLine, endLine }) => `${name || '-'} ${startLine}-${endLine}`);

describe('findFunctionRanges', () => {
  it('finds every kind of function with a body, in the order of the text', () => {
    const text = [
      '/** Not part of it. */', 'export function plain(a: number): number {', '  return a;', '}',
      'const arrow = (a: number) =>', '  a * 2;',
      'class Store {', '  static #count = 0;', '  constructor() {}', '  get size(): number { return 0; }', '  async *rows<T>(): AsyncGenerator<T> {', '  }', '  handler = () => {};', '}',
      'const table = { run() {}, "quoted": function () {}, [`x`]: () => 1 };', 'exports.named = function () {};', '[1].map((x) => x);',
    ].join('\n');
    assert.deepEqual(ranges(text), ['plain 2-4', 'arrow 5-6', 'Store 9-9', 'size 10-10', 'rows 11-12', 'handler 13-13', 'run 15-15', 'quoted 15-15', '- 15-15', 'named 16-16', '- 17-17']);
  });

  it('leaves out what has no body: overloads, abstract methods, types and declarations', () => {
    assert.deepEqual(ranges('function f(a: string): void;\nfunction f(a: unknown) {}\ndeclare function g(): void;\nabstract class A { abstract h(): void }\ntype T = () => void; interface I { m(): void }'), ['f 2-2']);
  });

  it('lists a function inside another one, both with their own lines', () => {
    assert.deepEqual(ranges('function outer() {\n  return function inner() {\n  };\n}'), ['outer 1-4', 'inner 2-3']);
  });

  it('reads JavaScript, JSX and a text with mistakes as far as it goes', () => {
    assert.deepEqual(ranges('export const View = () => <div onClick={() => 1} />;', 'a.tsx'), ['View 1-1', '- 1-1']);
    assert.deepEqual(ranges('function a() { return <p/>; }', 'a.jsx'), ['a 1-1']);
    assert.deepEqual(ranges('function a() {\n  if (', 'a.js'), ['a 1-2']);
    assert.deepEqual(ranges('', 'a.ts'), []);
  });

  it('answers nothing instead of failing when the text is nested past the parser', () => {
    assert.deepEqual(ranges(`${'('.repeat(200_000)}1${')'.repeat(200_000)}`), []);
  });
});
