import assert from 'node:assert/strict';
import { parseProfiles } from '../../../../src/core/formats/detect.ts';
import type { Profile } from '../../../../src/core/model/profile.ts';
import { categories } from '../../../../src/core/model/profile.ts';
import { printTree } from '../../../helpers/profile-fixture.ts';

function read(text: string): Profile {
  const result = parseProfiles(new TextEncoder().encode(text));
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problem));
  return result.value[0].profile;
}
/** Name, file, line and column of each function but the root. */
const frames = ({ functions, strings }: Profile): string[] =>
  Array.from({ length: functions.length - 1 }, (_, at) => [strings[functions.name[at + 1]], strings[functions.url[at + 1]], functions.line[at + 1], functions.column[at + 1]].join('|'));

describe('collapsed stacks', () => {
  it('add up to a tree, callers first', () => {
    assert.equal(printTree(read('main;parse;row 3000\nmain;parse 1000\nmain;write 2000\nmain;parse;row 500\n')), [
      '- (root) (total: 6.5, self: 0)', '  - main (total: 6.5, self: 0)', '    - parse (total: 4.5, self: 1)', '      - row (total: 3.5, self: 3.5)', '    - write (total: 2, self: 2)',
    ].join('\n'));
  });

  it('keep a name with spaces, and name a file where one follows in parentheses', () => {
    assert.deepEqual(frames(read('std::sort(int, int);get x (/app/rows.js:12:3);main (script.py:7);do (things) 1')), ['std::sort(int, int)|||'.slice(0, -1) + '0|0', 'get x|/app/rows.js|12|3', 'main|script.py|7|0', 'do (things)||0|0']);
  });

  it('take the marks of compiled code off the names V8 gives to perf', () => {
    assert.deepEqual(frames(read('JS:*parse file:///app/rows.js:12:3;LazyCompile:~row /app/a.js:4 5')), ['parse|file:///app/rows.js|12|3', 'row|/app/a.js|4|0']);
  });

  it('count functions as own code when no frame names a file, and Windows line ends as one', () => {
    const { functions, nodes } = read('\ufeffmain;parse 2\r\n\r\nmain;(idle) 1.5\r\n');
    assert.deepEqual([...functions.category].map((category) => categories[category]), ['program', 'own', 'own', 'idle']);
    assert.deepEqual([...nodes.self], [0, 0, 2, 1.5]);
  });

  it('are counted for the root when a line has only a count', () => {
    assert.deepEqual([...read('main 1\n 4\n').nodes.self], [4, 1]);
  });
});
