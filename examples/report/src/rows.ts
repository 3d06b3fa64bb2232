export interface Order {
  readonly id: string;
  readonly date: string;
  readonly country: string;
  readonly customer: string;
  readonly product: string;
  readonly quantity: number;
  readonly price: number;
}

/** Every distinct cell of the file once. */
const seen: string[] = [];

function parseRow(row: string): string[] {
  const cells: string[] = [];
  for (const part of row.split(/\s*,\s*/)) {
    if (!seen.includes(part)) seen.push(part);
    cells.push(part);
  }
  return cells;
}

function toOrder(cells: readonly string[]): Order {
  const [id = '', date = '', country = '', customer = '', product = ''] = cells;
  const [quantity = 0, price = 0] = cells.slice(5).map(Number);
  return { id, date, country, customer, product, quantity, price };
}

/** The orders of an export: a line of headings, then one order a line. */
export function parseExport(text: string): Order[] {
  const orders: Order[] = [];
  for (const row of text.trim().split('\n').slice(1)) orders.push(toOrder(parseRow(row)));
  return orders;
}

/** How many different cells the rows read so far hold. */
export const distinctCells = (): number => seen.length;
