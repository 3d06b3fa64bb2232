import { execFile } from 'node:child_process';
import { findOnPath } from '../launch/find-on-path.ts';

/** Lines that are new or changed, by file relative to the folder that was asked about; `null` = all of the file. */
export type ChangedLines = ReadonlyMap<string, readonly (readonly [first: number, last: number])[] | null>;

export type GitChanges = { readonly ok: true; readonly changes: ChangedLines } | { readonly ok: false; readonly reason: string };

const largestDiff = 256_000_000;

interface Answer {
  readonly out: string | null;
  readonly error: string;
}

/** By argument array; monitors, hooks and prompts of the repository stay out. */
const runGit = (git: string, cwd: string, args: readonly string[]): Promise<Answer> =>
  new Promise((resolve) => {
    const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };
    const calm = ['--no-optional-locks', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'core.quotePath=false'];
    execFile(git, [...calm, ...args], { cwd, env, timeout: 30_000, maxBuffer: largestDiff, windowsHide: true }, (error, stdout, stderr) =>
      resolve({ out: error === null ? stdout : null, error: stderr.trim().split('\n')[0] ?? '' }),
    );
  });

/** Settings that silence the programs a repository's own configuration would run a file's text through. */
const withoutFilters = async (git: string, cwd: string): Promise<string[]> => {
  const { out } = await runGit(git, cwd, ['config', '--null', '--name-only', '--get-regexp', '^filter\\..*\\.(clean|smudge|process|required)$']);
  const names = new Set(out?.split('\0').filter(Boolean));
  return [...names].flatMap((name) => ['-c', `${name}=${name.endsWith('.required') ? 'false' : ''}`]);
};

/** `+++ src/a.ts`, `+++ "with \"quotes\".ts"`; a name with a space ends in a tab. */
const readName = (text: string): string => {
  const name = text.replace(/\t$/, '');
  if (!name.startsWith('"')) return name;
  try {
    const read: unknown = JSON.parse(name);
    return typeof read === 'string' ? read : name;
  } catch {
    return name;
  }
};

/** The new side of a diff without context: `@@ -3,2 +3,4 @@` → lines 3 to 6. */
export const readDiff = (diff: string): Map<string, [number, number][]> => {
  const changes = new Map<string, [number, number][]>();
  let lines: [number, number][] = [];
  let inHead = true;
  for (const line of diff.split('\n')) {
    if (line.startsWith('diff --git ')) inHead = true;
    else if (inHead && line.startsWith('+++ ')) {
      lines = [];
      changes.set(readName(line.slice(4)), lines);
    } else if (line.startsWith('@@ ')) {
      inHead = false;
      const [, first, count = '1'] = /^@@ \S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
      if (Number(count) > 0) lines.push([Number(first), Number(first) + Number(count) - 1]);
    }
  }
  return changes;
};

/** What changed below a folder since a commit, files that git does not know yet included. Nothing of the repository is run. */
export const readGitChanges = async (cwd: string, ref: string): Promise<GitChanges> => {
  const git = findOnPath('git', process.env);
  if (git === null) return { ok: false, reason: '--since needs git, and there is none on PATH' };
  if (ref.startsWith('-')) return { ok: false, reason: `git knows no commit, branch or tag ${JSON.stringify(ref)}` };
  if ((await runGit(git, cwd, ['rev-parse', '--is-inside-work-tree'])).out === null) return { ok: false, reason: '--since needs a git repository, and this folder is in none' };
  const commit = (await runGit(git, cwd, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])).out?.trim();
  if (!commit) return { ok: false, reason: `git knows no commit, branch or tag ${JSON.stringify(ref)}` };
  const diff = await runGit(git, cwd, [...(await withoutFilters(git, cwd)), 'diff', '--unified=0', '--relative', '--no-prefix', '--no-color', '--no-ext-diff', '--no-textconv', '--diff-filter=d', commit, '--']);
  const untracked = await runGit(git, cwd, ['ls-files', '--others', '--exclude-standard', '-z']);
  if (diff.out === null || untracked.out === null) return { ok: false, reason: `git could not tell what changed: ${diff.error || untracked.error || 'it took too long'}` };
  return { ok: true, changes: new Map<string, [number, number][] | null>([...readDiff(diff.out), ...untracked.out.split('\0').filter(Boolean).map((path) => [path, null] as const)]) };
};
