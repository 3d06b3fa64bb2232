import type { Client } from './client.ts';

export const sqlite: Client = {
  id: 'sqlite',
  name: 'SQLite',
  kind: 'query',
  modules: ['better-sqlite3', 'node:sqlite', 'bun:sqlite', 'sqlite3', 'sqlite', 'sql.js', '@libsql/client'],
  exports: {
    default: { type: 'database', gives: 'database' }, Database: { type: 'database', gives: 'database' }, DatabaseSync: { type: 'database', gives: 'database' },
    open: { gives: 'async' }, 'sqlite3.Database': { type: 'async', gives: 'async' }, createClient: { gives: 'async' }, Client: { type: 'async' },
  },
  shapes: {
    database: { gives: { prepare: 'statement', query: 'statement' }, writes: ['exec', 'run'], inProcess: true },
    statement: { reads: ['get', 'all', 'iterate', 'step'], writes: ['run'], inProcess: true, any: 'statement' },
    async: { reads: ['get', 'all', 'each', 'execute'], writes: ['run', 'exec', 'batch'] },
  },
  instead: { read: 'Ask once with `IN (…)` when this runs on a request path.', write: 'Wrap the loop in `db.transaction(…)`.' },
};
