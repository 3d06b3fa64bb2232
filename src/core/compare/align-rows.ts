/** Cells looked at for each row: where both lists have more rows than this, only those near the diagonal are compared. */
const cellsPerRow = 64;

const up = 1;
const left = 2;
const diagonal = 3;

/**
 * Pairs rows of two lists without crossing, so that the sum of the scores is the greatest; the earlier ones of equal sums. Linear in the rows.
 * @param score of the `i`-th row of the one as the `j`-th of the other, above 0
 */
export function alignRows(rows: number, columns: number, score: (i: number, j: number) => number, pair: (i: number, j: number) => void): void {
  if (rows === 0 || columns === 0) return;
  const width = Math.min(columns, Math.ceil((cellsPerRow * (rows + columns)) / rows));
  const startOf = (i: number): number => Math.min(columns - width, Math.max(0, Math.round((i * columns) / rows) - (width >> 1)));
  const moves = new Uint8Array(rows * width);
  /** By columns passed: the best sum so far; what lies beside the band keeps what it had. */
  const best = new Float64Array(columns + 1);
  let reached = 0;
  for (let i = 0; i < rows; i++) {
    const start = startOf(i);
    best.fill(best[reached], reached + 1, start + width + 1);
    reached = start + width;
    let corner = best[start];
    for (let j = start; j < reached; j++) {
      const above = best[j + 1];
      const matched = corner + score(i, j);
      const most = Math.max(matched, above, best[j]);
      moves[i * width + j - start] = most === above ? up : most === best[j] ? left : diagonal;
      best[j + 1] = most;
      corner = above;
    }
  }
  let j = columns - 1;
  for (let i = rows - 1; i >= 0 && j >= 0; ) {
    const start = startOf(i);
    const move = j < start ? up : j >= start + width ? left : moves[i * width + j - start];
    if (move === diagonal) pair(i, j);
    if (move !== left) i--;
    if (move !== up) j--;
  }
}
