import type { Client } from './client.ts';

export const pg: Client = {
  id: 'pg',
  name: 'pg',
  kind: 'query',
  modules: ['pg', '@neondatabase/serverless', 'pg-promise', '@vercel/postgres'],
  exports: {
    Pool: { type: 'pool', gives: 'pool' },
    Client: { type: 'pool', gives: 'pool' },
    PoolClient: { type: 'pool' },
    ClientBase: { type: 'pool' },
    sql: { value: 'tag', runs: 'read' },
    neon: { gives: 'tag' },
    default: { gives: 'promised' },
  },
  shapes: {
    pool: { reads: ['query'], gives: { connect: 'pool' } },
    tag: { reads: ['query'], called: 'answer' },
    answer: { thenable: 'read' },
    promised: { called: 'database' },
    database: { reads: ['query', 'one', 'oneOrNone', 'many', 'manyOrNone', 'any', 'func', 'result', 'each'], writes: ['none', 'multi'], callbacks: { tx: 'database', task: 'database' } },
  },
  instead: { read: 'Ask once with `WHERE id = ANY($1)` and an array, and look up in a Map.', write: 'Insert many rows in one statement (`INSERT … SELECT * FROM unnest($1::int[], …)`).' },
};
