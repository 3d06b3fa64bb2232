import type { Client } from './client.ts';

export const drizzle: Client = {
  id: 'drizzle',
  name: 'Drizzle',
  kind: 'query',
  modules: ['drizzle-orm', 'drizzle-orm/*'],
  exports: {
    drizzle: { gives: 'db' },
    NodePgDatabase: { type: 'db' }, PostgresJsDatabase: { type: 'db' }, MySql2Database: { type: 'db' }, BetterSQLite3Database: { type: 'db' }, LibSQLDatabase: { type: 'db' },
    NeonHttpDatabase: { type: 'db' }, NeonDatabase: { type: 'db' }, DrizzleD1Database: { type: 'db' }, VercelPgDatabase: { type: 'db' }, PgDatabase: { type: 'db' },
    MySqlDatabase: { type: 'db' }, BaseSQLiteDatabase: { type: 'db' }, PlanetScaleDatabase: { type: 'db' }, PgTransaction: { type: 'db' },
  },
  shapes: {
    db: {
      lazy: true,
      reads: ['$count'],
      writes: ['execute', 'run', 'batch'],
      gives: { select: 'select', selectDistinct: 'select', selectDistinctOn: 'select', with: 'db', insert: 'write', update: 'write', delete: 'write', query: 'tables', transaction: 'nothing', $with: 'nothing' },
      callbacks: { transaction: 'db' },
    },
    tables: { any: 'table' },
    table: { lazy: true, reads: ['findMany', 'findFirst'] },
    select: { thenable: 'read', reads: ['execute', 'all', 'get', 'values'], any: 'select', gives: { as: 'nothing', prepare: 'nothing', $dynamic: 'select' } },
    write: { thenable: 'write', writes: ['execute', 'run', 'all', 'get'], any: 'write' },
    nothing: {},
  },
  instead: {
    read: 'Fetch all with `inArray(table.id, ids)` and look up in a Map, or load the relation with the list (`with: { … }`).',
    write: 'Use one `.values(rows)`, or one `update`/`delete` with `inArray`.',
  },
};
