/** The row of a text in a table of texts that are there once each: the next one for a text that is new. */
export function intern(known: Map<string, number>, text: string): number {
  const held = known.get(text);
  if (held !== undefined) return held;
  known.set(text, known.size);
  return known.size - 1;
}
