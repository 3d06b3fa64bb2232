/** What opens a connection or a pool of them, by the packages that export it; `default` for the default export and `module.exports`. */
export interface ConnectionMakers {
  /** As people write it. */
  readonly name: string;
  readonly modules: readonly string[];
  readonly makes: readonly string[];
  /** What one of them costs each time. */
  readonly instead: string;
}

const onePool = 'Make one pool when the program starts, keep it in a module or a provider, and take connections from it.';

/** Clients over HTTP (Supabase, Neon, AWS) are none: they hold no connection, and some must not be shared between requests. */
export const connectionMakers: readonly ConnectionMakers[] = [
  { name: 'Prisma', modules: ['@prisma/client', '.prisma/client'], makes: ['PrismaClient'], instead: 'Make one `PrismaClient` when the program starts: each has a pool and an engine of its own.' },
  { name: 'pg', modules: ['pg'], makes: ['Pool', 'Client'], instead: onePool },
  { name: 'mysql', modules: ['mysql2', 'mysql2/promise', 'mysql', 'mariadb', 'promise-mysql'], makes: ['createPool', 'createConnection', 'createPoolCluster'], instead: onePool },
  { name: 'mssql', modules: ['mssql'], makes: ['ConnectionPool', 'connect'], instead: onePool },
  { name: 'oracledb', modules: ['oracledb'], makes: ['createPool'], instead: onePool },
  { name: 'postgres.js', modules: ['postgres'], makes: ['default'], instead: 'Call `postgres()` once when the program starts: each call makes a pool.' },
  { name: 'MongoDB', modules: ['mongodb'], makes: ['MongoClient', 'MongoClient.connect'], instead: 'Make one `MongoClient` when the program starts: it is a pool.' },
  { name: 'Mongoose', modules: ['mongoose'], makes: ['connect', 'createConnection'], instead: 'Connect once when the program starts; Mongoose holds calls back until it is connected.' },
  { name: 'Redis', modules: ['redis', 'ioredis', '@redis/client'], makes: ['createClient', 'createCluster', 'default', 'Redis', 'Cluster', 'Redis.Cluster'], instead: 'Make one client when the program starts; commands of all requests share its connection.' },
  { name: 'TypeORM', modules: ['typeorm'], makes: ['DataSource', 'createConnection', 'createConnections'], instead: 'Initialise one `DataSource` when the program starts.' },
  { name: 'Sequelize', modules: ['sequelize', 'sequelize-typescript'], makes: ['Sequelize', 'default'], instead: 'Make one `Sequelize` when the program starts: it is a pool.' },
  { name: 'Knex', modules: ['knex'], makes: ['default', 'knex'], instead: 'Call `knex()` once when the program starts: each call makes a pool.' },
  { name: 'BullMQ', modules: ['bullmq', 'bull'], makes: ['Queue', 'Worker', 'QueueEvents', 'default'], instead: 'Make one queue when the program starts: each has Redis connections of its own.' },
  { name: 'AMQP', modules: ['amqplib', 'amqp-connection-manager'], makes: ['connect'], instead: 'Connect once when the program starts, and open channels on that connection.' },
  { name: 'Elasticsearch', modules: ['@elastic/elasticsearch', '@opensearch-project/opensearch'], makes: ['Client'], instead: 'Make one client when the program starts: it keeps connections open.' },
  { name: 'Neo4j', modules: ['neo4j-driver'], makes: ['driver'], instead: 'Make one driver when the program starts, and a session for each request.' },
  { name: 'Cassandra', modules: ['cassandra-driver'], makes: ['Client'], instead: 'Make one client when the program starts.' },
  { name: 'NATS', modules: ['nats'], makes: ['connect'], instead: 'Connect once when the program starts.' },
  { name: 'MQTT', modules: ['mqtt'], makes: ['connect', 'connectAsync'], instead: 'Connect once when the program starts.' },
];

/** Members that take a connection out of a pool, by the client. */
export const checkouts: Readonly<Record<string, ReadonlySet<string>>> = {
  pg: new Set(['connect']),
  mysql2: new Set(['getConnection']),
  typeorm: new Set(['createQueryRunner']),
};

/** Members that give a connection back or close it. */
export const givesBack: ReadonlySet<string> = new Set(['release', 'end', 'close', 'destroy', 'quit', 'disconnect', '$disconnect']);
