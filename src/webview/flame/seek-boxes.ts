/** First index in `from`…`to` whose value is above the limit, `to` if none is. Values rise. */
export function firstAbove(values: Float64Array, from: number, to: number, limit: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle] > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** First index in `from`…`to` whose value is at least the limit. Near ones are found in a few steps: looks ever further ahead, then searches. */
export function gallop(values: Float64Array, from: number, to: number, limit: number): number {
  let step = 1;
  let low = from;
  while (low + step < to && values[low + step] < limit) {
    low += step;
    step *= 2;
  }
  let high = Math.min(to, low + step);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
