import { execFile } from 'node:child_process';
import { findOnPath } from '../launch/find-on-path.ts';
import type { RecordingManifest } from './manifest.ts';

/** Runs git by argument array. Hooks, pagers, monitors and prompts stay out; `null` when it fails or takes over 2 s. */
const runGit = (git: string, cwd: string, args: readonly string[]): Promise<string | null> =>
  new Promise((resolve) => {
    const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };
    const calm = ['--no-optional-locks', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];
    execFile(git, [...calm, ...args], { cwd, env, timeout: 2000, maxBuffer: 1 << 20, windowsHide: true }, (error, stdout) =>
      resolve(error === null ? stdout : null),
    );
  });

/** The commit that ran, and whether tracked files differ from it. `null` outside a repository or without git. */
export const readGitState = async (cwd: string): Promise<RecordingManifest['git']> => {
  const git = findOnPath('git', process.env);
  if (git === null) return null;
  const commit = (await runGit(git, cwd, ['rev-parse', '--verify', 'HEAD']))?.trim() ?? '';
  if (!/^[0-9a-f]{40,64}$/.test(commit)) return null;
  const changes = await runGit(git, cwd, ['status', '--porcelain', '--untracked-files=no']);
  return { commit, dirty: changes !== '' };
};
