import type { Pool } from 'pg';

interface OrderRow {
  readonly id: number;
  readonly ordered_on: Date;
}

interface ItemRow {
  readonly title: string;
  readonly quantity: number;
  readonly price: string;
}

export interface Order {
  readonly id: number;
  readonly date: string;
  readonly items: readonly ItemRow[];
  readonly total: number;
}

const selectOrders = 'select id, ordered_on from orders where customer_id = $1 order by ordered_on';
const selectItems = 'select title, quantity, price from items join books on books.id = book_id where order_id = $1';

const sum = (items: readonly ItemRow[]): number => items.reduce((total, { quantity, price }) => total + quantity * Number(price), 0);

/** A customer's orders with their items: one query for the orders, then one more for each of them. */
export async function listOrders(pool: Pool, customer: number): Promise<Order[]> {
  const { rows } = await pool.query<OrderRow>(selectOrders, [customer]);
  const orders: Order[] = [];
  for (const { id, ordered_on: date } of rows) {
    const { rows: items } = await pool.query<ItemRow>(selectItems, [id]);
    orders.push({ id, date: date.toISOString().slice(0, 10), items, total: sum(items) });
  }
  return orders;
}
