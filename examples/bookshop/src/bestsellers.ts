import type { Pool } from 'pg';

interface Sale {
  readonly book: number;
  readonly quantity: number;
}

interface Seller {
  readonly book: number;
  sold: number;
}

const selectSales = 'select book_id as book, quantity from items';

/** Adds up the sales of each book. */
function countSales(sales: readonly Sale[]): Seller[] {
  const sellers: Seller[] = [];
  for (const { book, quantity } of sales) {
    const seller = sellers.find((candidate) => candidate.book === book);
    if (seller === undefined) sellers.push({ book, sold: quantity });
    else seller.sold += quantity;
  }
  return sellers;
}

/** The ten books sold most often. */
export async function listBestsellers(pool: Pool): Promise<Seller[]> {
  const { rows } = await pool.query<Sale>(selectSales);
  return countSales(rows).sort((a, b) => b.sold - a.sold).slice(0, 10);
}
