/** Rows of each owner, heaviest first: owner `o` has `order[start[o]]` to `order[start[o + 1]]`. */
export interface RankedRows {
  readonly start: Int32Array;
  readonly order: Int32Array;
}

/** Rows by weight descending; equal ones in row order. */
export function rankRows(weight: ArrayLike<number>): Int32Array {
  const rows = new Int32Array(weight.length);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  return rows.sort((a, b) => weight[b] - weight[a] || a - b);
}

/** One sort of all rows, then a counting sort by owner (0 to `owners` - 1), which keeps that order. */
export function rankByOwner(ownerOf: readonly number[], owners: number, ranked: Int32Array): RankedRows {
  const start = new Int32Array(owners + 1);
  for (let row = 0; row < ownerOf.length; row++) start[ownerOf[row] + 1]++;
  for (let owner = 0; owner < owners; owner++) start[owner + 1] += start[owner];
  const next = start.slice();
  const order = new Int32Array(ownerOf.length);
  for (let rank = 0; rank < ranked.length; rank++) {
    const row = ranked[rank];
    order[next[ownerOf[row]]++] = row;
  }
  return { start, order };
}

/** What `make` gives for an owner's heaviest rows, at most `limit`. */
export function mapHeaviest<Item>({ start, order }: RankedRows, owner: number, limit: number, make: (row: number) => Item): Item[] {
  const items: Item[] = [];
  const end = Math.min(start[owner + 1], start[owner] + limit);
  for (let at = start[owner]; at < end; at++) items.push(make(order[at]));
  return items;
}
