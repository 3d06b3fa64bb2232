const countries = ['AT', 'BE', 'CH', 'DE', 'DK', 'ES', 'FR', 'IT', 'NL', 'PL', 'PT', 'SE'];
const products = ['atlas', 'novel', 'poems', 'diary', 'comic', 'essay', 'guide', 'plays'];
const heading = 'id, date, country, customer, product, quantity, price';

/** Numbers in 0–1, the same ones in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A made-up export of `count` orders of one year, as the shop writes it every night. */
export function sampleExport(count: number): string {
  const random = randomNumbers(7);
  const pick = (values: readonly string[]): string => values[Math.floor(random() * values.length)] ?? '';
  const rows = [heading];
  for (let order = 1; order <= count; order++) {
    const day = new Date(Date.UTC(2025, 0, 1 + Math.floor((365 * order) / (count + 1)))).toISOString().slice(0, 10);
    const customer = `C${1 + Math.floor(random() * 3000)}`;
    const price = (4 + random() * 60).toFixed(2);
    rows.push([`O${100_000 + order}`, day, pick(countries), customer, pick(products), 1 + Math.floor(random() * 9), price].join(', '));
  }
  return `${rows.join('\n')}\n`;
}
