/** Rows bucketed by an owner: owner `o` has `order[start[o]]` to `order[start[o + 1]]`, in row order. */
export interface Buckets {
  readonly start: Int32Array;
  readonly order: Int32Array;
}

/** Counting sort of rows by their owner (0 to `owners` - 1). */
export function bucketRows(ownerOf: readonly number[], owners: number): Buckets {
  const start = new Int32Array(owners + 1);
  for (const owner of ownerOf) start[owner + 1]++;
  for (let owner = 0; owner < owners; owner++) start[owner + 1] += start[owner];
  const next = start.slice();
  const order = new Int32Array(ownerOf.length);
  ownerOf.forEach((owner, row) => {
    order[next[owner]++] = row;
  });
  return { start, order };
}

/** An owner's rows, heaviest first, at most `limit`. */
export function heaviest({ start, order }: Buckets, owner: number, weight: readonly number[], limit: number): number[] {
  const rows = [...order.subarray(start[owner], start[owner + 1])];
  return rows.sort((a, b) => weight[b] - weight[a] || a - b).slice(0, limit);
}
