// The database's own process: PostgreSQL (PGlite) in memory behind a socket, on 127.0.0.1 and a free port.
// It tells its parent the port, and ends when the parent has gone.
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

const schema = `
  create table customers (id int primary key, name text not null);
  create table books (id int primary key, title text not null, price numeric(6, 2) not null);
  create table orders (id int primary key, customer_id int not null references customers, ordered_on date not null);
  create table items (order_id int not null references orders, book_id int not null references books, quantity int not null);
  create index on orders (customer_id);
  create index on items (order_id);
  insert into customers select n, 'Customer ' || n from generate_series(1, 100) n;
  insert into books select n, 'Book ' || n, 5 + (n * 37) % 400 / 10.0 from generate_series(1, 2000) n;
  insert into orders select n, 1 + n * 13 % 100, date '2025-01-01' + n % 365 from generate_series(1, 2000) n;
  insert into items select 1 + n % 2000, 1 + n * 61 % 2000, 1 + n % 3 from generate_series(1, 6000) n;
`;

// Ctrl-C reaches the whole group; the parent closes its connections first and then leaves.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit());

const database = await PGlite.create();
await database.exec(schema);
const server = new PGLiteSocketServer({ db: database, host: '127.0.0.1', port: 0, maxConnections: 20 });
await server.start();
process.send?.({ port: Number(server.getServerConn().split(':').at(-1)) });
