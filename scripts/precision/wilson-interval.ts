/** 97.5 % point of the normal distribution: a two-sided 95 % interval. */
const z = 1.96;

/** Wilson's 95 % interval of a share: holds for few cases and for shares near 0 and 1, where the normal one leaves the range. */
export function wilsonInterval(hits: number, cases: number): readonly [low: number, high: number] {
  if (cases === 0) return [0, 1];
  const share = hits / cases;
  const weight = 1 + z ** 2 / cases;
  const middle = (share + z ** 2 / (2 * cases)) / weight;
  const half = (z / weight) * Math.sqrt((share * (1 - share)) / cases + (z / (2 * cases)) ** 2);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
