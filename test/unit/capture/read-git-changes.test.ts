import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readDiff, readGitChanges } from '../../../src/capture/store/read-git-changes.ts';
import { makeProject, removeProjects, writeInto } from '../../helpers/made-project.ts';

const git = (cwd: string, ...args: string[]): void => void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false', ...args], { cwd, stdio: 'ignore' });

const makeRepository = (files: Readonly<Record<string, string>>): string => {
  const cwd = makeProject(files);
  git(cwd, 'init', '-q');
  git(cwd, 'add', '-A');
  git(cwd, 'commit', '-qm', 'first');
  return cwd;
};

describe('what changed since a commit', () => {
  afterEach(removeProjects);

  it('is the new side of each hunk; removed lines are none', () => {
    const diff = 'diff --git a.ts a.ts\n--- a.ts\n+++ a.ts\n@@ -3,2 +3,4 @@ x\n+1\n+++ not a name\n@@ -9 +11 @@\n+x\n@@ -20,3 +21,0 @@\n-x\ndiff --git "b\\"c.ts" "b\\"c.ts"\n--- /dev/null\n+++ "b\\"c.ts"\n@@ -0,0 +1,2 @@\n+a\n';
    assert.deepEqual([...readDiff(diff)], [['a.ts', [[3, 6], [11, 11]]], ['b"c.ts', [[1, 2]]]]);
  });

  it('holds edits, new files and names with spaces and other scripts, relative to the folder', async () => {
    const cwd = makeRepository({ 'src/a.ts': 'one\ntwo\nthree\n', 'src/é a.ts': '1\n', 'other/b.ts': '1\n', '.gitignore': 'ignored.ts\n' });
    writeInto(cwd, 'src/a.ts', 'one\nTWO\nthree\nfour\n');
    writeInto(cwd, 'src/é a.ts', '2\n');
    writeInto(cwd, 'src/new.ts', '1\n');
    writeInto(cwd, 'ignored.ts', '1\n');
    writeInto(cwd, 'other/b.ts', '2\n');
    const read = await readGitChanges(join(cwd, 'src'), 'HEAD');
    assert.ok(read.ok);
    assert.deepEqual([...read.changes].toSorted(([a], [b]) => (a < b ? -1 : 1)), [['a.ts', [[2, 2], [4, 4]]], ['new.ts', null], ['é a.ts', [[1, 1]]]]);
  });

  it('is refused for what git does not know, for options in its place, and outside of repositories', async () => {
    const cwd = makeRepository({ 'a.ts': '1\n' });
    const reasons = await Promise.all(['gone', '--output=stolen', 'HEAD:a.ts', '', '$(touch run)'].map((ref) => readGitChanges(cwd, ref)));
    for (const read of reasons) assert.match(read.ok ? '' : read.reason, /no commit, branch or tag "/);
    assert.deepEqual([existsSync(join(cwd, 'stolen')), existsSync(join(cwd, 'run'))], [false, false]);
    const outside = await readGitChanges(makeProject(), 'HEAD');
    assert.match(outside.ok ? '' : outside.reason, /needs a git repository/);
  });

  it('runs no driver, filter, monitor or hook that the repository names', async () => {
    const cwd = makeRepository({ 'a.ts': '1\n', '.gitattributes': '*.ts diff=evil filter=evil\n' });
    for (const name of ['diff.external', 'core.fsmonitor', 'diff.evil.textconv', 'diff.evil.command', 'core.pager', 'filter.evil.clean', 'filter.evil.process']) git(cwd, 'config', name, `touch ${join(cwd, 'run')}`);
    git(cwd, 'config', 'filter.evil.required', 'true');
    writeInto(cwd, 'a.ts', '2\n');
    const read = await readGitChanges(cwd, 'HEAD');
    assert.deepEqual([read.ok && read.changes.get('a.ts'), existsSync(join(cwd, 'run'))], [[[1, 1]], false]);
  });
});
