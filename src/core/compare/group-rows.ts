/** Rows by key: key `k` has `order[start[k]]` to `order[start[k + 1]]`. */
export interface RowGroups {
  readonly start: Int32Array;
  readonly order: Int32Array;
}

/** A counting sort. @param sequence rows in the order they keep within a key @param keyOf by row, -1 = left out */
export function groupRows(sequence: Int32Array, keyOf: Int32Array, keys: number): RowGroups {
  const start = new Int32Array(keys + 1);
  for (const key of keyOf) if (key >= 0) start[key + 1]++;
  for (let key = 0; key < keys; key++) start[key + 1] += start[key];
  const next = start.slice();
  const order = new Int32Array(start[keys]);
  for (const row of sequence) if (keyOf[row] >= 0) order[next[keyOf[row]]++] = row;
  return { start, order };
}
