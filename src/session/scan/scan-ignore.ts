/** Patterns of one `.gitignore`. */
export interface IgnoreRules {
  ignores(path: string, isFolder: boolean): boolean | null;
}

interface IgnoreRule {
  readonly expression: RegExp;
  readonly negated: boolean;
  readonly foldersOnly: boolean;
}

/** A glob as an expression that can't run long: every star is bounded by the separators. */
const toExpression = (glob: string): RegExp => {
  const anchored = glob.replace(/\/$/, '').includes('/');
  const text = glob
    .replace(/^\//, '')
    .replace(/\/$/, '')
    .replaceAll(/[.+^${}()|\\]/g, '\\$&')
    .replaceAll('?', '[^/]')
    .replaceAll(/(^|\/)\*\*\/|\/\*\*$|\*+/g, (stars: string, start: string | undefined) => (stars.endsWith('**/') ? `${start ?? ''}(?:[^/]+/)*` : stars === '/**' ? '/.*' : '[^/]*'));
  return new RegExp(`^${anchored ? '' : '(?:[^/]+/)*'}${text}$`);
};

const toRule = (line: string): IgnoreRule[] => {
  const glob = line.trim();
  if (glob === '' || glob.startsWith('#') || glob.length > 200) return [];
  const negated = glob.startsWith('!');
  try {
    return [{ expression: toExpression(negated ? glob.slice(1) : glob), negated, foldersOnly: glob.endsWith('/') }];
  } catch {
    return []; // a bracket that does not close
  }
};

/** Reads a `.gitignore`; paths are asked relative to its folder. `null` = it says nothing. */
export const readIgnoreRules = (text: string): IgnoreRules => {
  const rules = text.split('\n').flatMap(toRule);
  return {
    ignores(path, isFolder) {
      const rule = rules.findLast(({ expression, foldersOnly }) => (isFolder || !foldersOnly) && expression.test(path));
      return rule ? !rule.negated : null;
    },
  };
};
