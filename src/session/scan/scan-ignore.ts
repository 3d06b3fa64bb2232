import { matchGlob } from '../../core/callgraph/match-glob.ts';

/** Patterns of one `.gitignore`. */
export interface IgnoreRules {
  ignores(path: string, isFolder: boolean): boolean | null;
}

interface IgnoreRule {
  readonly fits: (path: string) => boolean;
  readonly negated: boolean;
  readonly foldersOnly: boolean;
}

/** Stars of a pattern with a set of letters, which only an expression can match: more could make it run for ever. */
const mostStars = 3;

/** A glob with `[a-z]` as an expression. */
const toExpression = (glob: string): RegExp => {
  const text = glob
    .replaceAll(/[.+^${}()|\\]/g, '\\$&')
    .replaceAll('?', '[^/]')
    .replaceAll(/(^|\/)\*\*\/|\/\*\*$|\*+/g, (stars: string, start: string | undefined) => (stars.endsWith('**/') ? `${start ?? ''}(?:[^/]+/)*` : stars === '/**' ? '/.*' : '[^/]*'));
  return new RegExp(`^${text}$`);
};

/** Without a separator a pattern fits at any depth; `/**` at its end fits what lies within, not the folder. */
const toMatcher = (pattern: string): ((path: string) => boolean) | null => {
  const bare = pattern.replace(/\/$/, '');
  const glob = bare.includes('/') ? bare.replace(/^\//, '') : `**/${bare}`;
  if (!glob.includes('[')) {
    const whole = glob.endsWith('/**') ? `${glob}/*` : glob;
    return (path) => matchGlob(whole, path);
  }
  const expression = (glob.match(/\*+/g)?.length ?? 0) > mostStars ? null : toExpression(glob);
  return expression && ((path) => expression.test(path));
};

const toRule = (line: string): IgnoreRule[] => {
  const glob = line.trim();
  if (glob === '' || glob.startsWith('#') || glob.length > 200) return [];
  const negated = glob.startsWith('!');
  try {
    const fits = toMatcher(negated ? glob.slice(1) : glob);
    return fits ? [{ fits, negated, foldersOnly: glob.endsWith('/') }] : [];
  } catch {
    return []; // a bracket that does not close
  }
};

/** Reads a `.gitignore`; paths are asked relative to its folder. `null` = it says nothing. */
export const readIgnoreRules = (text: string): IgnoreRules => {
  const rules = text.split('\n').flatMap(toRule);
  return {
    ignores(path, isFolder) {
      const rule = rules.findLast(({ fits, foldersOnly }) => (isFolder || !foldersOnly) && fits(path));
      return rule ? !rule.negated : null;
    },
  };
};
