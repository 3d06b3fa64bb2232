import assert from 'node:assert/strict';
import { parseQuery } from '../../../src/webview/search/parse-query.ts';

const functions = [
  { name: 'parseRow', file: '/app/src/rows.ts', package: '' },
  { name: 'parse', file: '/app/node_modules/csv-parse/index.js', package: 'csv-parse' },
  { name: 'readFile', file: 'node:fs', package: '' },
];
const found = (query: string): string => {
  const read = parseQuery(query);
  return read.ok ? functions.filter(read.matches).map(({ name }) => name).join(' ') : read.reason;
};

describe('a search', () => {
  for (const [query, names] of [
    ['parse', 'parseRow parse'],
    ['PARSEROW', 'parseRow'],
    ['rows.ts', 'parseRow'],
    ['file:node_modules', 'parse'],
    ['package:csv', 'parse'],
    ['package:csv row', ''],
    ['parse file:src', 'parseRow'],
    ['/^parse$/', 'parse'],
    ['/^PARSE/', 'parseRow parse'],
    ['/ROW$', 'parseRow'],
    ['/(/', 'Not a regular expression'],
    ['/(a+)+$/', 'A repeated group may not hold a repetition or a choice'],
    ['nothing', ''],
  ] as const) {
    it(`for ${query} finds ${names || 'nothing'}`, () => assert.equal(found(query), names));
  }
  it('looks at a name of megabytes only as far as anybody would', () => {
    const read = parseQuery('/x$/');
    assert.ok(read.ok);
    const begun = performance.now();
    read.matches({ name: 'y'.repeat(10_000_000), file: '', package: '' });
    assert.ok(performance.now() - begun < 100);
  });
});
