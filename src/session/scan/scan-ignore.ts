import { type GlobLetter, type GlobParts, matchParts } from '../../core/callgraph/match-glob.ts';
import { readLetterSet } from './read-letter-set.ts';

/** Patterns of one `.gitignore`. */
export interface IgnoreRules {
  ignores(path: string, isFolder: boolean): boolean | null;
}

interface IgnoreRule {
  readonly parts: GlobParts;
  readonly negated: boolean;
  readonly foldersOnly: boolean;
}

/** The letter, set or star at a place; `null` for what fits nothing: a bracket that does not close, a backslash at the end. */
const readAt = (glob: string, at: number): { readonly letter: GlobLetter; readonly end: number } | null => {
  if (glob[at] === '[') {
    const set = readLetterSet(glob, at);
    return set && { letter: set.fits, end: set.end };
  }
  if (glob[at] !== '\\') return { letter: glob[at], end: at + 1 };
  const escaped = glob[at + 1];
  return escaped === undefined ? null : { letter: escaped === '/' ? '/' : (letter) => letter === escaped, end: at + 2 };
};

const isStars = (part: readonly GlobLetter[]): boolean => part.length > 1 && part.every((letter) => letter === '*');

/** The parts between slashes; a slash within a set of letters parts nothing, and fits nothing either. */
const toParts = (glob: string): GlobParts | null => {
  const parts: GlobLetter[][] = [[]];
  for (let at = 0; at < glob.length; ) {
    const read = readAt(glob, at);
    if (read === null) return null;
    if (read.letter === '/') parts.push([]);
    else parts.at(-1)?.push(read.letter);
    at = read.end;
  }
  return parts.map((part) => (isStars(part) ? '**' : part));
};

/** Without a separator a pattern fits at any depth; `/**` at its end fits what lies within, not the folder. */
const readPattern = (pattern: string): GlobParts | null => {
  const bare = pattern.replace(/\/$/, '');
  const parts = toParts(bare.replace(/^\//, ''));
  if (!bare.includes('/')) return parts && ['**', ...parts];
  return parts?.at(-1) === '**' ? [...parts, '*'] : parts;
};

const toRule = (line: string): IgnoreRule[] => {
  const glob = line.trim();
  if (glob === '' || glob.startsWith('#') || glob.length > 200) return [];
  const negated = glob.startsWith('!');
  const parts = readPattern(negated ? glob.slice(1) : glob);
  return parts ? [{ parts, negated, foldersOnly: glob.endsWith('/') }] : [];
};

/** Every path is held against all of them; real files have some hundred. */
const mostRules = 10_000;

/** Reads a `.gitignore`; paths are asked relative to its folder. `null` = it says nothing. */
export const readIgnoreRules = (text: string): IgnoreRules => {
  const rules = text.split('\n').flatMap(toRule).slice(0, mostRules);
  return {
    ignores(path, isFolder) {
      const names = path.split('/');
      const rule = rules.findLast(({ parts, foldersOnly }) => (isFolder || !foldersOnly) && matchParts(parts, names));
      return rule ? !rule.negated : null;
    },
  };
};
