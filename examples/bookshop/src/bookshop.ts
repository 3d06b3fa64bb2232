import { once } from 'node:events';
import pg from 'pg';
import { createApp } from './app.ts';
import { startDatabase } from './processes.ts';

export interface Bookshop {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the database and the API on 127.0.0.1. Port 0 takes a free one. */
export async function openBookshop(port: number): Promise<Bookshop> {
  const database = await startDatabase();
  const pool = new pg.Pool({ host: '127.0.0.1', port: database.port, user: 'postgres', database: 'postgres', max: 5 });
  const server = createApp(pool).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://127.0.0.1:${bound}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await pool.end();
      database.stop();
    },
  };
}
