import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readGitState } from '../../../../src/capture/store/read-git-state.ts';

describe('The commit that ran', () => {
  let folder = '';
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe', env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' } });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'flameline-git-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is none outside a repository', async () => {
    assert.equal(await readGitState(folder), null);
  });

  it('A16 is a hash and a flag, whatever the branch is called', async () => {
    git('init', '-q', '-b', '$(touch-x);`id`');
    writeFileSync(join(folder, 'a.js'), '1');
    git('add', '.');
    git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-q', '-m', '<img onerror=1> $(id)');
    const commit = git('rev-parse', 'HEAD').trim();
    assert.deepEqual(await readGitState(folder), { commit, dirty: false });
    writeFileSync(join(folder, 'a.js'), '2');
    assert.deepEqual(await readGitState(folder), { commit, dirty: true });
  });

  it('does not run what the repository names as its monitor', async () => {
    git('init', '-q');
    writeFileSync(join(folder, 'a.js'), '1');
    git('add', '.');
    git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-q', '-m', 'one');
    git('config', 'core.fsmonitor', 'touch ran; false');
    await readGitState(folder);
    assert.throws(() => execFileSync('ls', ['ran'], { cwd: folder, stdio: 'ignore' }));
  });
});
