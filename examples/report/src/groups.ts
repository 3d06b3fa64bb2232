import type { Order } from './rows.ts';

export interface Group {
  readonly month: string;
  readonly country: string;
  /** By customer, C2 before C10. */
  readonly orders: readonly Order[];
}

function compareCustomers(a: Order, b: Order): number {
  return a.customer.localeCompare(b.customer, 'en', { numeric: true });
}

/** Orders by month and country, in that order. */
export function groupOrders(orders: readonly Order[]): Group[] {
  const groups = new Map<string, Order[]>();
  for (const order of orders) {
    const key = `${order.date.slice(0, 7)} ${order.country}`;
    groups.set(key, [...(groups.get(key) ?? []), order]);
  }
  return [...groups.keys()].sort().map((key) => {
    const [month = '', country = ''] = key.split(' ');
    return { month, country, orders: (groups.get(key) ?? []).sort(compareCustomers) };
  });
}
