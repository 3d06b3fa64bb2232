import type { Client } from './client.ts';

export const postgresJs: Client = {
  id: 'postgres-js',
  name: 'postgres.js',
  kind: 'query',
  modules: ['postgres', 'slonik', '@databases/pg', '@databases/mysql'],
  exports: { default: { gives: 'sql' }, Sql: { type: 'sql' }, 'postgres.Sql': { type: 'sql' }, createPool: { gives: 'pool' }, DatabasePool: { type: 'pool' }, CommonQueryMethods: { type: 'pool' } },
  shapes: {
    sql: { called: 'answer', reads: ['unsafe', 'file'], callbacks: { begin: 'sql' } },
    answer: { thenable: 'read', any: 'answer' },
    pool: { reads: ['query', 'one', 'maybeOne', 'oneFirst', 'maybeOneFirst', 'many', 'manyFirst', 'any', 'anyFirst', 'exists'], callbacks: { transaction: 'pool', connect: 'pool' } },
  },
  instead: { read: 'Ask once with `in ${sql(ids)}` (or `= any(…)`) and look up in a Map.', write: 'Insert all with `insert into … ${sql(rows)}`.' },
};
