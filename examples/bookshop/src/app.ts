import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Pool } from 'pg';
import { listBestsellers } from './bestsellers.ts';
import { listOrders } from './orders.ts';
import { quoteShipping } from './shipping.ts';

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function route(pool: Pool, url: URL, response: ServerResponse): Promise<void> {
  const number = (name: string): number => Number(url.searchParams.get(name) ?? Number.NaN);
  if (url.pathname === '/orders' && Number.isInteger(number('customer'))) return answer(response, 200, await listOrders(pool, number('customer')));
  if (url.pathname === '/bestsellers') return answer(response, 200, await listBestsellers(pool));
  if (url.pathname === '/shipping') {
    const euros = quoteShipping(url.searchParams.get('country') ?? '', number('grams'));
    return euros === undefined ? answer(response, 404, { error: 'nobody carries this' }) : answer(response, 200, { euros });
  }
  return answer(response, 404, { error: 'try /orders?customer=1, /bestsellers or /shipping?country=AT&grams=500' });
}

/** The API. It does not listen yet. */
export const createApp = (pool: Pool): Server =>
  createServer((request, response) => {
    route(pool, new URL(request.url ?? '/', 'http://localhost'), response).catch((error: unknown) => {
      console.error(error);
      answer(response, 500, { error: 'something went wrong here' });
    });
  });
