import type { Client } from './client.ts';

export const kysely: Client = {
  id: 'kysely',
  name: 'Kysely',
  kind: 'query',
  modules: ['kysely'],
  exports: { Kysely: { type: 'db', gives: 'db' }, Transaction: { type: 'db' } },
  shapes: {
    db: { gives: { transaction: 'transaction' }, any: 'builder' },
    transaction: { callbacks: { execute: 'db' }, any: 'transaction' },
    builder: { reads: ['execute', 'executeTakeFirst', 'executeTakeFirstOrThrow', 'stream'], any: 'builder' },
  },
  unmistakable: { reads: ['executeTakeFirst', 'executeTakeFirstOrThrow'], writes: [] },
  instead: { read: "Fetch all with `.where('id', 'in', ids)` and look up in a Map.", write: 'Use one `.values(rows)`, or one statement with `in`.' },
};
