import assert from 'node:assert/strict';
import { matchFunctions } from '../../../../src/core/compare/match-functions.ts';
import { listFunctionsOf, type ListedFunction, runOf } from '../../../helpers/listed-functions.ts';

const say = ({ name, file, line, column }: ListedFunction): string => `${file.replace(/^.*[\\/]/, '')}:${line}${column === 1 ? '' : `:${column}`} ${name || '-'}`;

/** What became of each function of `after`: `rows.ts:15 parseRow = rows.ts:12 parseRow`, or `… is new`; then what is gone. */
function pairsOf(before: string, after: string): string[] {
  const [earlier, later] = [listFunctionsOf(before), listFunctionsOf(after)];
  const match = matchFunctions(runOf(earlier), runOf(later));
  const kept = new Set(match);
  return [
    ...later.map((entry, index) => (match[index + 1] < 0 ? `${say(entry)} is new` : `${say(entry)} = ${say(earlier[match[index + 1] - 1])}`)),
    ...earlier.filter((_, index) => !kept.has(index + 1)).map((entry) => `${say(entry)} is gone`),
  ];
}

describe('functions of two runs', () => {
  it('are the same when lines were added above them', () => {
    const before = '/p/rows.ts:3 read \n /p/rows.ts:12 parse < read';
    assert.deepEqual(pairsOf(before, '/p/rows.ts:5 read \n /p/rows.ts:40 parse < read'), ['rows.ts:5 read = rows.ts:3 read', 'rows.ts:40 parse = rows.ts:12 parse']);
  });

  it('are the same when they changed places', () => {
    assert.deepEqual(pairsOf('/p/a.ts:3 one \n /p/a.ts:9 two', '/p/a.ts:3 two \n /p/a.ts:9 one'), ['a.ts:3 two = a.ts:9 two', 'a.ts:9 one = a.ts:3 one']);
  });

  it('are new or gone when their names are in one run only', () => {
    assert.deepEqual(pairsOf('/p/a.ts:3 kept \n /p/a.ts:9 old', '/p/a.ts:3 kept \n /p/a.ts:9 fresh'), ['a.ts:3 kept = a.ts:3 kept', 'a.ts:9 fresh is new', 'a.ts:9 old is gone']);
  });

  it('without a name are told by the function they stand in', () => {
    const before = '/p/a.ts:3 one \n /p/a.ts:4:9 - < one \n /p/a.ts:10 two \n /p/a.ts:11:9 - < two';
    const after = '/p/a.ts:3 two \n /p/a.ts:4:9 - < two \n /p/a.ts:20 one \n /p/a.ts:21:9 - < one';
    assert.deepEqual(pairsOf(before, after).filter((line) => line.includes('-')), ['a.ts:4:9 - = a.ts:11:9 -', 'a.ts:21:9 - = a.ts:4:9 -']);
  });

  it('without a name keep their order when one is added between them', () => {
    const before = '/p/a.ts:3 main \n /p/a.ts:5:20 - \n /p/a.ts:9:20 - \n /p/a.ts:12:20 -';
    const after = '/p/a.ts:3 main \n /p/a.ts:5:20 - \n /p/a.ts:7:14 - \n /p/a.ts:10:20 - \n /p/a.ts:13:20 -';
    assert.deepEqual(pairsOf(before, after).slice(1), ['a.ts:5:20 - = a.ts:5:20 -', 'a.ts:7:14 - is new', 'a.ts:10:20 - = a.ts:9:20 -', 'a.ts:13:20 - = a.ts:12:20 -']);
  });

  it('without a name are not taken for their neighbours when all lines moved by one', () => {
    const lines = (first: number): string => [0, 1, 2, 3].map((at) => `/p/a.ts:${first + at}:20 -`).join('\n');
    assert.deepEqual(pairsOf(lines(10), lines(11)), [10, 11, 12, 13].map((line) => `a.ts:${line + 1}:20 - = a.ts:${line}:20 -`));
  });

  it('without a name are told by who called them when nothing else does', () => {
    const before = '/p/m.ts:1 main \n /p/m.ts:5 other \n /p/a.ts:3:5 - < main \n /p/a.ts:9:5 - < other';
    const after = '/p/m.ts:1 main \n /p/m.ts:5 other \n /p/a.ts:6:7 - < other';
    assert.deepEqual(pairsOf(before, after).slice(2), ['a.ts:6:7 - = a.ts:9:5 -', 'a.ts:3:5 - is gone']);
  });

  it('of equal names in one file keep their order', () => {
    const before = '/p/a.ts:3 get \n /p/a.ts:9 get \n /p/a.ts:15 get';
    const after = '/p/a.ts:8:3 get \n /p/a.ts:14:3 get \n /p/a.ts:20:3 get';
    assert.deepEqual(pairsOf(before, after), ['a.ts:8:3 get = a.ts:3 get', 'a.ts:14:3 get = a.ts:9 get', 'a.ts:20:3 get = a.ts:15 get']);
  });

  it('are the same in a file that was moved', () => {
    assert.deepEqual(pairsOf('/p/src/rows.ts:3 read \n /p/src/index.ts:1 main', '/p/src/parse/rows.ts:3 read \n /p/src/index.ts:1 main'), [
      'rows.ts:3 read = rows.ts:3 read', 'index.ts:1 main = index.ts:1 main',
    ]);
  });

  it('are the same in a file that was renamed, named or not', () => {
    const file = (name: string): string => `/p/${name}.ts:3 read \n /p/${name}.ts:5:9 - \n /p/${name}.ts:9 parse`;
    assert.deepEqual(pairsOf(file('rows'), file('lines')), ['lines.ts:3 read = rows.ts:3 read', 'lines.ts:5:9 - = rows.ts:5:9 -', 'lines.ts:9 parse = rows.ts:9 parse']);
  });

  it('are others in another file of the same name that holds other names', () => {
    assert.deepEqual(pairsOf('/p/a/index.ts:1 one', '/p/b/index.ts:1 two'), ['index.ts:1 two is new', 'index.ts:1 one is gone']);
  });

  it('of files with one name are told by their folders', () => {
    const files = (root: string): string => ['a', 'b', 'c'].map((folder) => `${root}/${folder}/index.ts:1 run`).join('\n');
    const match = matchFunctions(runOf(listFunctionsOf(files('/old/p'))), runOf(listFunctionsOf(files('/new/q')).reverse()));
    assert.deepEqual([...match], [0, 3, 2, 1]);
  });

  it('are the same in a bundle whose hash changed', () => {
    const bundle = (hash: string): string => `/p/dist/chunk-${hash}.js:1 run \n /p/dist/chunk-${hash}.js:1:90 -`;
    assert.deepEqual(pairsOf(bundle('AB12'), bundle('CD34')), ['chunk-CD34.js:1 run = chunk-AB12.js:1 run', 'chunk-CD34.js:1:90 - = chunk-AB12.js:1:90 -']);
  });

  it('are the same on Windows and elsewhere', () => {
    const match = matchFunctions(runOf(listFunctionsOf('C:\\work\\p\\src\\a.ts:1 run \n C:\\work\\p\\src\\b.ts:1 run')), runOf(listFunctionsOf('/home/me/p/src/b.ts:1 run \n /home/me/p/src/a.ts:1 run')));
    assert.deepEqual([...match], [0, 2, 1]);
  });

  it('of Node are the same in all its versions', () => {
    assert.deepEqual(pairsOf('internal/modules/loader.js:900 load \n node:fs:3 open', 'node:internal/modules/loader:1201 load \n node:fs:8 open'), ['loader:1201 load = loader.js:900 load', 'node:fs:8 open = node:fs:3 open']);
  });

  it('of a package are the same in another version of it, and never those of another package', () => {
    const file = (folder: string): string => `/p/node_modules/.pnpm/${folder}/lib/x.js:3 run`;
    assert.deepEqual(pairsOf(file('a@1.0.0/node_modules/a'), file('a@2.1.0/node_modules/a')), ['x.js:3 run = x.js:3 run']);
    assert.deepEqual(pairsOf(file('a@1.0.0/node_modules/a'), file('b@1.0.0/node_modules/b')), ['x.js:3 run is new', 'x.js:3 run is gone']);
  });

  it('without a file are told by name and kind', () => {
    assert.deepEqual(pairsOf('-:0 (idle) \n -:0 includes \n -:0 sort', '-:0 sort \n -:0 has \n -:0 (idle)'), [':0 sort = :0 sort', ':0 has is new', ':0 (idle) = :0 (idle)', ':0 includes is gone']);
  });

  it('are the same when they moved to another file and are called by the same function', () => {
    const before = '/p/main.ts:1 main \n /p/main.ts:9 parse < main \n /p/main.ts:20 split < parse';
    const after = '/p/main.ts:1 main \n /p/rows.ts:3 parse < main \n /p/main.ts:12 print < main';
    assert.deepEqual(pairsOf(before, after), ['main.ts:1 main = main.ts:1 main', 'rows.ts:3 parse = main.ts:9 parse', 'main.ts:12 print is new', 'main.ts:20 split is gone']);
  });
});
