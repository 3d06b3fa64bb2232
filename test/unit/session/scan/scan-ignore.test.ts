import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readIgnoreRules } from '../../../../src/session/scan/scan-ignore.ts';
import { makeProject, removeProjects, writeInto } from '../../../helpers/made-project.ts';

const patterns = ['*.gen.ts', 'private/', '/top.ts', 'src/*/a.ts', '**/deep/b.ts', 'inside/**', 'a?.ts', 'file[0-9].ts', 'x/**/y.ts', 'lib*/z.ts', 'src/**/*.d/', '!keep.gen.ts'];
const withSets = [
  '/pkg/[!a]*', '/pkg/[^a]*', '[!a-f]?.ts', 'pkg/[]-]x.ts', 'pkg/[!]]x.ts', '**/**/[ab].ts', '**/[ab].ts', '/**/pkg/**/[ab].ts', 'pkg/**/[a-b]*', 'pkg[/]a.ts', 'pkg[!x]a.ts', 'pkg/[ab', '[a-]x.ts', '[[:digit:]]*', '[[:upper:]_]x.ts',
  '[![:alpha:]]x.ts', '[[:letter:]]x.ts', '[[:x]x.ts', '[[.]x.ts', '[\\]]x.ts', '[\\a-c]x.ts', '[z-a]x.ts', 'pkg/\\*x.ts', '\\[x\\].ts', '\\!x.ts', '\\#x.ts', 'ax.ts\\', '[a/b]x.ts', 'pkg/***/a.ts', '*[0-9]*[xy]*', '[!.]x.ts', '[*]x.ts', '[?]x.ts', 'pkg/[a-z]/', '!pkg/[!a]x.ts', '**', '/*', '**/', '[', ']x.ts', '[]', '[!]', '[]]x.ts', '!',
];
const files = [
  'a.gen.ts', 'src/x/b.gen.ts', 'keep.gen.ts', 'private/a.ts', 'src/private/a.ts', 'private.ts', 'top.ts', 'src/top.ts', 'src/x/a.ts', 'src/x/y/a.ts', 'deep/b.ts', 'one/two/deep/b.ts', 'deep/c.ts', 'inside/a.ts', 'inside/b/c.ts', 'inside.ts',
  'ab.ts', 'abc.ts', 'src/ab.ts', 'file1.ts', 'src/file2.ts', 'filex.ts', 'x/y.ts', 'x/a/b/y.ts', 'x/a/by.ts', 'library/z.ts', 'src/library/z.ts', 'src/types.d/a.ts',
  'a.ts', 'b.ts', 'pkg/a.ts', 'pkg/b.ts', 'pkg/c.ts', 'pkg/a/b.ts', 'pkg/b/a.ts', 'pkg/x/y/a.ts', 'pkg/ax.ts', 'pkg/]x.ts', 'pkg/-x.ts', 'pkg/*x.ts', 'one/pkg/two/b.ts', 'ax.ts', 'bx.ts', 'zx.ts', 'Ax.ts', '_x.ts', '-x.ts', '1x.ts', ']x.ts', '[x.ts', '*x.ts', '?x.ts', '.x.ts', '[x].ts', '!x.ts', '#x.ts', 'g1ax.ts',
];

/** Every folder above a file, then the file, as a walk asks. */
const isIgnored = (path: string, rules: ReturnType<typeof readIgnoreRules>): boolean => {
  const parts = path.split('/');
  return parts.some((_, index) => rules.ignores(parts.slice(0, index + 1).join('/'), index < parts.length - 1) === true);
};

describe('.gitignore', () => {
  let root = '';
  before(() => {
    root = makeProject();
    execFileSync('git', ['init', '-q'], { cwd: root });
  });
  after(removeProjects);

  for (const pattern of [...patterns, ...withSets]) {
    it(`ignores by "${pattern}" what git ignores`, () => {
      const text = pattern.startsWith('!') ? `*.gen.ts\npkg/*x.ts\n${pattern}\n` : `${pattern}\n`;
      writeInto(root, '.gitignore', text);
      let said = '';
      try {
        said = execFileSync('git', ['check-ignore', '--no-index', '--stdin', '-z'], { cwd: root, input: files.join('\0'), encoding: 'utf8' });
      } catch (error) {
        // git ends with 1 when it ignores none of them.
        if (!(error instanceof Error && 'status' in error && error.status === 1)) throw error;
      }
      const rules = readIgnoreRules(text);
      assert.deepEqual(files.filter((file) => isIgnored(file, rules)), said.split('\0').filter(Boolean));
    });
  }

  it('G19 takes no longer for a pattern made to be slow', () => {
    const rules = readIgnoreRules([`${'*a'.repeat(90)}b`, `${'*a'.repeat(40)}[bc]`, `${'**/a/'.repeat(39)}b`, '**/x/**/x/**/[b]', `${'**/x/'.repeat(39)}[b]`].join('\n'));
    const begun = process.cpuUsage();
    assert.equal(rules.ignores('a'.repeat(250), false), null);
    assert.equal(rules.ignores(`${'a/'.repeat(120)}c`, false), null);
    assert.equal(rules.ignores(`${'x/'.repeat(1_000)}c`, false), null);
    assert.ok(process.cpuUsage(begun).user < 500_000, 'half a second of CPU; an expression would take years');
  });

  it('holds a path against its first 10,000 patterns, be there more', () => {
    const rules = readIgnoreRules(`${'x\n'.repeat(9_999)}last\n!last\n`);
    assert.equal(rules.ignores('last', false), true);
  });
});
