/** Fields that one parser writes and the other leaves out, or that hold what JSON can't. */
const unread = new Set(['start', 'end', 'loc', 'parent', 'tokens', 'hashbang', 'comments']);

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !(value instanceof RegExp);

/** Where two trees differ, as paths; absent, `null`, `false` and empty lists are the same to who reads them. */
export function compareTrees(left: unknown, right: unknown, path = ''): string[] {
  if (isNothing(left) && isNothing(right)) return [];
  if (!isObject(left) || !isObject(right)) return Object.is(left, right) || left instanceof RegExp || typeof left === 'bigint' ? [] : [`${path}: ${String(left)} and ${String(right)}`];
  // A program begins with its first token here and with the text there; flags of an expression come sorted or as written, entities between tags decoded or not.
  const skipped = left.type === 'Program' ? ['range'] : 'pattern' in left ? ['flags'] : left.type === 'JSXText' ? ['value'] : [];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)].filter((key) => !unread.has(key) && !skipped.includes(key)));
  return [...keys].flatMap((key) => compareTrees(left[key], right[key], `${path}.${key}`));
}
