import type { Client } from './client.ts';

export const mysql2: Client = {
  id: 'mysql2',
  name: 'mysql2',
  kind: 'query',
  modules: ['mysql2', 'mysql2/*', 'mysql', 'promise-mysql', 'mariadb', 'oracledb', 'mssql', 'tedious'],
  exports: {
    createPool: { gives: 'pool' }, createConnection: { gives: 'pool' }, createPoolCluster: { gives: 'pool' }, getConnection: { gives: 'pool' },
    Pool: { type: 'pool' }, PoolConnection: { type: 'pool' }, Connection: { type: 'pool' }, ConnectionPool: { type: 'pool', gives: 'pool' },
  },
  shapes: {
    pool: { reads: ['query', 'execute', 'queryStream'], gives: { getConnection: 'pool', promise: 'pool', connect: 'pool', request: 'request', beginTransaction: 'nothing' } },
    request: { reads: ['query', 'batch', 'execute'], any: 'request' },
    nothing: {},
  },
  instead: { read: 'Ask once with `WHERE id IN (?)` (`query` expands the array) and look up in a Map.', write: 'Insert all rows with one `VALUES ?` (oracledb: `executeMany`).' },
};
