import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { KnownPlace } from './known-bugs.ts';

type Tree = Pick<KnownPlace, 'repository' | 'commit'>;

export const treeName = ({ repository, commit }: Tree): string => `${repository.replace('/', '+')}@${commit.slice(0, 10)}`;

const fetchTree = (folder: string, { repository, commit }: Tree): void => {
  mkdirSync(folder, { recursive: true });
  const git = (...args: readonly string[]): void => void execFileSync('git', ['-C', folder, ...args], { stdio: 'ignore', timeout: 300_000, env: { ...process.env, GIT_TERMINAL_PROMPT: '0' } });
  git('init', '-q');
  git('fetch', '-q', '--depth', '1', `https://github.com/${repository}.git`, commit);
  git('checkout', '-q', 'FETCH_HEAD');
};

/** The folder of a repository at a commit: one that is there, or a fetched one; `null` when it can't be had. */
export function publicTree(corpus: string, tree: Tree): string | null {
  const folder = join(corpus, treeName(tree));
  if (existsSync(folder)) return folder;
  // A fetch that is broken off leaves nothing that looks like a tree.
  const part = `${folder}.part`;
  try {
    rmSync(part, { recursive: true, force: true });
    fetchTree(part, tree);
    renameSync(part, folder);
    return folder;
  } catch {
    rmSync(part, { recursive: true, force: true });
    return null;
  }
}

/** The file has the bytes that were read when the row was written. */
export function hasBytes(folder: string, { path, blob }: Pick<KnownPlace, 'path' | 'blob'>): boolean {
  const file = join(folder, path);
  if (!existsSync(file)) return false;
  const bytes = readFileSync(file);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex') === blob;
}
