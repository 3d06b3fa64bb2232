import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readIgnoreRules } from '../../../../src/session/scan/scan-ignore.ts';
import { makeProject, removeProjects } from '../../../helpers/made-project.ts';

const patterns = ['*.gen.ts', 'private/', '/top.ts', 'src/*/a.ts', '**/deep/b.ts', 'inside/**', 'a?.ts', 'file[0-9].ts', 'x/**/y.ts', 'lib*/z.ts', 'src/**/*.d/', '!keep.gen.ts'];
const files = [
  'a.gen.ts', 'src/x/b.gen.ts', 'keep.gen.ts', 'private/a.ts', 'src/private/a.ts', 'private.ts', 'top.ts', 'src/top.ts', 'src/x/a.ts', 'src/x/y/a.ts', 'deep/b.ts', 'one/two/deep/b.ts', 'deep/c.ts', 'inside/a.ts', 'inside/b/c.ts', 'inside.ts',
  'ab.ts', 'abc.ts', 'src/ab.ts', 'file1.ts', 'src/file2.ts', 'filex.ts', 'x/y.ts', 'x/a/b/y.ts', 'x/a/by.ts', 'library/z.ts', 'src/library/z.ts', 'src/types.d/a.ts',
];

/** Every folder above a file, then the file, as a walk asks. */
const isIgnored = (path: string, rules: ReturnType<typeof readIgnoreRules>): boolean => {
  const parts = path.split('/');
  return parts.some((_, index) => rules.ignores(parts.slice(0, index + 1).join('/'), index < parts.length - 1) === true);
};

describe('.gitignore', () => {
  afterEach(removeProjects);

  for (const pattern of patterns) {
    it(`ignores by "${pattern}" what git ignores`, () => {
      const text = pattern.startsWith('!') ? `*.gen.ts\n${pattern}\n` : `${pattern}\n`;
      const root = makeProject({ '.gitignore': text });
      execFileSync('git', ['init', '-q'], { cwd: root });
      let said = '';
      try {
        said = execFileSync('git', ['check-ignore', '--no-index', '--stdin'], { cwd: root, input: files.join('\n'), encoding: 'utf8' });
      } catch (error) {
        // git ends with 1 when it ignores none of them.
        if (!(error instanceof Error && 'status' in error && error.status === 1)) throw error;
      }
      const rules = readIgnoreRules(text);
      assert.deepEqual(files.filter((file) => isIgnored(file, rules)), said.split('\n').filter(Boolean));
    });
  }

  it('G19 takes no longer for a pattern made to be slow', () => {
    const rules = readIgnoreRules([`${'*a'.repeat(90)}b`, `${'*a'.repeat(40)}[bc]`, `${'**/a/'.repeat(39)}b`].join('\n'));
    const begun = process.cpuUsage();
    assert.equal(rules.ignores('a'.repeat(250), false), null);
    assert.equal(rules.ignores(`${'a/'.repeat(120)}c`, false), null);
    assert.ok(process.cpuUsage(begun).user < 500_000, 'half a second of CPU; an expression would take years');
  });
});
