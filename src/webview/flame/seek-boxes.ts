/** First index in `from`…`to` whose edge is above the limit, `to` if none is. `edges[place[index]]` rises. */
export function firstAbove(edges: Float64Array, place: Int32Array, from: number, to: number, limit: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (edges[place[middle]] > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** First index in `from`…`to` whose edge is at least the limit. Near ones are found in a few steps: looks ever further ahead, then searches. */
export function gallop(edges: Float64Array, place: Int32Array, from: number, to: number, limit: number): number {
  let step = 1;
  let low = from;
  while (low + step < to && edges[place[low + step]] < limit) {
    low += step;
    step *= 2;
  }
  let high = Math.min(to, low + step);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (edges[place[middle]] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
