import type { Group } from './groups.ts';
import type { Order } from './rows.ts';

function formatMoney(amount: number): string {
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' }).format(amount);
}

const worth = (order: Order): number => order.quantity * order.price;

/** The dearest orders of a group, which the report lists under it. */
function findLargest(orders: readonly Order[]): Order[] {
  return orders.toSorted((a, b) => worth(b) - worth(a)).slice(0, 5);
}

function formatOrder(order: Order): string {
  return `    ${order.date}  ${order.customer.padEnd(6)} ${order.product.padEnd(6)} ${formatMoney(worth(order)).padStart(11)}`;
}

function formatGroup({ month, country, orders }: Group): string {
  const revenue = formatMoney(orders.reduce((sum, order) => sum + worth(order), 0));
  const customers = new Set(orders.map(({ customer }) => customer)).size;
  const heading = `${month} ${country} ${revenue.padStart(12)} from ${customers} customers`;
  return [heading, ...findLargest(orders).map(formatOrder)].join('\n');
}

export const formatReport = (groups: readonly Group[]): string => groups.map(formatGroup).join('\n');
