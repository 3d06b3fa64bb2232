/** What was found for a key before, else what `find` gives; `null` is an answer, too. */
export const remember = <Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value => {
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find();
  known.set(key, found);
  return found;
};
