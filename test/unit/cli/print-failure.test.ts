import assert from 'node:assert/strict';
import { join, parse } from 'node:path';
import { findTyped, printFailure, printProblem } from '../../../src/cli/print-failure.ts';

/** What goes to stderr meanwhile. */
const printed = (run: () => void): string => {
  const write = process.stderr.write.bind(process.stderr);
  let text = '';
  process.stderr.write = (chunk: string | Uint8Array): boolean => {
    text += String(chunk);
    return true;
  };
  try {
    run();
  } finally {
    process.stderr.write = write;
  }
  return text;
};
const here = (...parts: readonly string[]): string => join(process.cwd(), ...parts);

describe('A failure on the command line', () => {
  it('is one line, whatever the text holds', () => {
    const text = printed(() => printFailure('a\nb\r\u001b[2J\u2028c\u202e'));
    assert.match(text, /^a\\u\{a\}b[^\n\r\u001b\u2028\u202e]*\n$/);
  });

  it('is cut when it is long without end', () => {
    const text = printed(() => printFailure('x'.repeat(100_000)));
    assert.ok(text.length <= 2_001 && text.endsWith('\n'), `${text.length} units`);
  });

  it('names the file as it was typed, and its place last', () => {
    const problem = { code: 'not-json', message: 'It is no JSON', file: here('a.json'), byte: 7 };
    assert.equal(printed(() => printProblem('./a.json', problem)), './a.json: It is no JSON (byte 7)\n');
    assert.equal(printed(() => printProblem('a.json', { code: 'x', message: 'It is empty' })), 'a.json: It is empty\n');
  });

  it('names a file inside the folder that was typed, and another one in full', () => {
    const inside = { code: 'x', message: 'It is empty', file: here('runs', 'one.json') };
    assert.equal(printed(() => printProblem('runs', inside)), `${join('runs', 'one.json')}: It is empty\n`);
    const other = join(here(), '..', 'other.json');
    assert.equal(printed(() => printProblem('runs', { ...inside, file: other })), `${other}: It is empty\n`);
  });

  it('takes a neighbour whose name begins the same for another file', () => {
    const neighbour = { code: 'x', message: 'It is empty', file: here('runs2', 'one.json') };
    assert.equal(findTyped(['runs'], neighbour), undefined);
    assert.equal(findTyped(['runs', 'runs2'], neighbour), 'runs2');
    assert.equal(printed(() => printProblem('runs', neighbour)), `${here('runs2', 'one.json')}: It is empty\n`);
  });

  it('finds what lies below the root of the disk', () => {
    const { root } = parse(here());
    assert.equal(findTyped([root], { code: 'x', message: 'It is empty', file: here('runs', 'one.json') }), root);
  });

  it('belongs to the longest of the paths it lies in, or to none', () => {
    const at = (file: string) => ({ code: 'x', message: 'It is empty', file });
    assert.equal(findTyped(['runs', 'runs/one', 'a'], at(here('runs', 'one', 'x.json'))), 'runs/one');
    assert.equal(findTyped(['a'], at(here('b'))), undefined);
    assert.equal(findTyped(['a'], { code: 'x', message: 'They differ' }), undefined);
  });
});
