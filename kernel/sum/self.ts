/** Adds what each function had on top of the stack: µs and samples (f64), by row of `func` (i32 by node). */
export function sumSelf(length: i32, func: i32, self: i32, samples: i32, usOf: i32, samplesOf: i32): void {
  for (let node = 0; node < length; node++) {
    const row = load<i32>(func + (node << 2)) << 3;
    store<f64>(usOf + row, load<f64>(usOf + row) + load<f64>(self + (node << 3)));
    store<f64>(samplesOf + row, load<f64>(samplesOf + row) + f64(load<i32>(samples + (node << 2))));
  }
}

/** By node (i32): what `rowOf` has for its function. */
export function mapRows(length: i32, func: i32, rowOf: i32, rows: i32): void {
  for (let at = 0; at < length << 2; at += 4) store<i32>(rows + at, load<i32>(rowOf + (load<i32>(func + at) << 2)));
}

/**
 * Adds the time of collections that interrupted a function (f64) to its row.
 * @param categories of each function of the profile (i32); `gc` is one of them
 * @param rows row of the function table by node (i32), -1 for a meta frame
 */
export function sumCollections(length: i32, parent: i32, func: i32, categories: i32, gc: i32, rows: i32, self: i32, usOf: i32): void {
  for (let node = 1; node < length; node++) {
    if (load<i32>(categories + (load<i32>(func + (node << 2)) << 2)) != gc) continue;
    const row = load<i32>(rows + (load<i32>(parent + (node << 2)) << 2)) << 3;
    if (row >= 0) store<f64>(usOf + row, load<f64>(usOf + row) + load<f64>(self + (node << 3)));
  }
}
