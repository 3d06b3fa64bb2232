import assert from 'node:assert/strict';
import { headline } from '../../../../src/core/report/headline.ts';
import { analyzeDrawn } from './drawn-analysis.ts';

/** A drawn profile of one row: each name so many columns. */
const stacks = (...counts: readonly (readonly [stack: readonly string[], times: number])[]): string => {
  const columns = counts.flatMap(([stack, times]) => Array.from({ length: times }, () => stack));
  const width = Math.max(...columns.flat().map((cell) => cell.length)) + 2;
  const depth = Math.max(...columns.map((stack) => stack.length));
  return Array.from({ length: depth }, (_, row) => columns.map((stack) => (stack[row] ?? '').padEnd(width)).join('').trimEnd()).join('\n');
};

describe('headline', () => {
  it('names the function that takes most of the CPU time and its decisive line', () => {
    const analysis = analyzeDrawn(stacks([['main', 'parse+12'], 7], [['main', 'parse+14'], 1], [['main'], 2]));
    assert.equal(headline(analysis), '`parse` takes 80 % of the CPU time; line 12 takes 88 % of it.');
  });

  it('names no line where none takes half of the function', () => {
    const analysis = analyzeDrawn(stacks([['main', 'parse+12'], 3], [['main', 'parse+13'], 3], [['main', 'parse+14'], 3], [['main'], 1]));
    assert.equal(headline(analysis), '`parse` takes 90 % of the CPU time.');
  });

  it('says first that a run mostly waited, and that its heat covers the rest', () => {
    const analysis = analyzeDrawn(stacks([['(idle)'], 97], [['main', 'parse'], 2], [['main'], 1]), { intervalUs: 120_000 });
    assert.equal(headline(analysis), 'This run waited 97 % of 12 s; CPU heat covers the other 0.36 s: `parse` takes 67 % of that.');
  });

  it('says first that a file is cut off, for what is left is not the run', () => {
    const analysis = { ...analyzeDrawn(stacks([['main', 'parse'], 8], [['main'], 2])), problems: [{ code: 'truncated', message: 'The file is cut off; what is whole is shown' }] };
    assert.equal(headline(analysis), 'The file is cut off; in what is left of it `parse` takes 80 % of the CPU time.');
  });

  it('does not call the time that passed CPU time', () => {
    const wall = { problems: [{ code: 'wall-time', message: 'The file counts wall time: waiting is in it' }] };
    assert.equal(headline(analyzeDrawn(stacks([['main', 'parse'], 8], [['main'], 2]), wall)), '`parse` takes 80 % of the wall time.');
  });

  it('does not call the waiting first where it is the smaller part', () => {
    assert.match(headline(analyzeDrawn(stacks([['(idle)'], 4], [['main'], 6]))), /^`main` takes 100 % of the CPU time\.$/);
  });

  it('says that a run only waited', () => {
    assert.equal(headline(analyzeDrawn(stacks([['(idle)'], 10]))), 'This run waited all of its 10 ms; no CPU time was seen.');
  });

  it('explains code the reader did not write by who calls it', () => {
    const analysis = analyzeDrawn(stacks([['load', 'readFileSync@node:fs:440'], 9], [['load'], 1]));
    assert.equal(headline(analysis), '`readFileSync` takes 90 % of the CPU time; `load` calls it most.');
  });

  it('says when no function dominates', () => {
    const names = Array.from({ length: 20 }, (_, index) => [[`f${index}`], 1] as const);
    assert.equal(headline(analyzeDrawn(stacks(...names))), 'No function dominates: the hottest, `f0`, takes 5 % of the CPU time.');
  });

  it('says when garbage collection or Node itself took more than any function', () => {
    assert.match(headline(analyzeDrawn(stacks([['(garbage collector)'], 6], [['main'], 4]))), /^The garbage collector takes 60 % of the CPU time; the hottest function is `main` with 40 %\.$/);
    assert.match(headline(analyzeDrawn(stacks([['(program)'], 6], [['main'], 4]))), /^Node itself \(starting, native code\) takes 60 %/);
  });

  it('never changes a name, also where nothing sets it off', () => {
    const bare = (name: string): string => name;
    assert.equal(headline(analyzeDrawn(stacks([['main'], 6])), bare), 'main takes 100 % of the CPU time.');
    assert.match(headline(analyzeDrawn(stacks([['(garbage collector)'], 6], [['main'], 4])), bare), /^The garbage collector takes 60 %.* is main with 40 %/);
  });

  it('keeps what a name hides or hints at in sight and in one line', () => {
    const analysis = analyzeDrawn('main@file:///project/a.js:1');
    const [main] = analysis.functions;
    const named = { ...analysis, functions: [{ ...main, name: `a\u001b[31m\n\u202e${'x'.repeat(500)}` }] };
    const said = headline(named);
    assert.match(said, /^`a\\u\{1b\}\[31m\\u\{a\}\\u\{202e\}x+…` takes 100 %/);
    assert.ok(said.length < 120);
  });
});
