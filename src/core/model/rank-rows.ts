/** Rows of each owner, heaviest first: owner `o` has `order[start[o]]` to `order[start[o + 1]]`. */
export interface RankedRows {
  readonly start: Int32Array;
  readonly order: Int32Array;
}

/** Buckets up to this are sorted by insertion: nearly all of them are, and no comparison is a call. */
const fewRows = 32;

/** Rows by weight descending; equal ones in row order. */
export function rankRows(weight: ArrayLike<number>): Int32Array {
  return sortRange(Int32Array.from(weight, (_, row) => row), 0, weight.length, weight, Infinity);
}

/**
 * Groups by owner, then sorts each owner's few rows.
 * @param limit so many of an owner's rows are wanted; what stands behind them is of no use
 */
export function rankByOwner(ownerOf: ArrayLike<number>, owners: number, weight: ArrayLike<number>, limit = Infinity): RankedRows {
  const ranked = groupByOwner(ownerOf, owners);
  const { start, order } = ranked;
  // Most owners have none or one.
  for (let owner = 0; owner < owners; owner++) if (start[owner + 1] > start[owner] + 1) sortRange(order, start[owner], start[owner + 1], weight, limit);
  return ranked;
}

/** A counting sort by owner, 0 to `owners` - 1; rows of owner `owners` stand behind all. Each owner's rows keep their order. */
function groupByOwner(ownerOf: ArrayLike<number>, owners: number): RankedRows {
  const start = new Int32Array(owners + 1);
  for (let row = 0; row < ownerOf.length; row++) start[ownerOf[row] + 1]++;
  for (let owner = 0; owner < owners; owner++) start[owner + 1] += start[owner];
  const next = start.slice();
  const order = new Int32Array(ownerOf.length);
  for (let row = 0; row < ownerOf.length; row++) order[next[ownerOf[row]]++] = row;
  return { start, order };
}

function sortRange(order: Int32Array, from: number, to: number, weight: ArrayLike<number>, limit: number): Int32Array {
  if (to - from > fewRows && limit > fewRows) order.subarray(from, to).sort((a, b) => weight[b] - weight[a] || a - b);
  else {
    for (let at = from + 1; at < to; at++) {
      const row = order[at];
      let place = Math.min(at, from + limit);
      for (; place > from && weight[order[place - 1]] < weight[row]; place--) order[place] = order[place - 1];
      order[place] = row;
    }
  }
  return order;
}

/** What `make` gives for an owner's heaviest rows, at most `limit`. */
export function mapHeaviest<Item>({ start, order }: RankedRows, owner: number, limit: number, make: (row: number) => Item): Item[] {
  const count = Math.min(start[owner + 1] - start[owner], limit);
  // Most lists hold one or two: a pushed array makes room for 17.
  const items = new Array<Item>(count);
  for (let at = 0; at < count; at++) items[at] = make(order[start[owner] + at]);
  return items;
}
