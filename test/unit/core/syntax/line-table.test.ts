import assert from 'node:assert/strict';
import { LineTable } from '../../../../src/core/syntax/line-table.ts';

const placeOf = (text: string, part: string): string => {
  const from = text.indexOf(part);
  const { line, column, endLine, endColumn } = new LineTable(text).placeOf({ range: [from, from + part.length] });
  return `${line}:${column} ${endLine}:${endColumn}`;
};

describe('a table of lines', () => {
  it('counts lines and columns from 1', () => assert.equal(placeOf('load()', 'load()'), '1:1 1:7'));

  it('ends a place behind its last character, on another line too', () => assert.equal(placeOf('a(\n  b,\n);\n', '(\n  b,\n)'), '1:2 3:2'));

  for (const [name, end] of [['\\n', '\n'], ['\\r\\n', '\r\n'], ['\\r', '\r'], ['U+2028', '\u2028'], ['U+2029', '\u2029']]) {
    it(`ends a line at ${name}`, () => assert.equal(placeOf(`first${end}second`, 'second'), '2:1 2:7'));
  }

  it('answers in any order', () => {
    const text = Array.from({ length: 200 }, (_, line) => `line ${line}`).join('\n');
    const table = new LineTable(text);
    const asked = [190, 3, 199, 0, 100, 101, 99, 0];
    assert.deepEqual(asked.map((line) => table.lineOf(text.indexOf(`line ${line}\n`) < 0 ? text.length : text.indexOf(`line ${line}\n`))), asked.map((line) => line + 1));
  });

  it('knows the end of a text without a last line end', () => assert.equal(new LineTable('a\nb').lineOf(3), 2));

  it('counts an empty last line', () => assert.equal(new LineTable('a\n').lineOf(2), 2));
});
