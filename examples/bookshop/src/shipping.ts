import { readFileSync } from 'node:fs';

interface Rate {
  readonly country: string;
  readonly grams: number;
  readonly euros: number;
}

const ratesFile = new URL('../data/shipping.csv', import.meta.url);

/** The rates as they are on disk now, so that an edit counts at once. */
function readRates(): Rate[] {
  const [, ...rows] = readFileSync(ratesFile, 'utf8').trim().split('\n');
  return rows.map((row) => {
    const [country = '', grams, euros] = row.split(',');
    return { country, grams: Number(grams), euros: Number(euros) };
  });
}

/** What a parcel costs; `undefined` when nobody carries it. */
export function quoteShipping(country: string, grams: number): number | undefined {
  return readRates().find((rate) => rate.country === country && rate.grams >= grams)?.euros;
}
