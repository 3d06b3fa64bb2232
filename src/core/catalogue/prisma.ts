import type { Client } from './client.ts';

export const prisma: Client = {
  id: 'prisma',
  name: 'Prisma',
  kind: 'query',
  modules: ['@prisma/client', '@prisma/client/*', '.prisma/client', '@prisma/client/edge'],
  exports: {
    PrismaClient: { gives: 'client', type: 'client' },
    'Prisma.TransactionClient': { type: 'client' },
  },
  shapes: {
    client: {
      lazy: true,
      reads: ['$queryRaw', '$queryRawUnsafe', '$queryRawTyped', '$runCommandRaw'],
      writes: ['$executeRaw', '$executeRawUnsafe'],
      gives: { $extends: 'client', $transaction: 'nothing', $connect: 'nothing', $disconnect: 'nothing', $on: 'nothing', $use: 'nothing' },
      callbacks: { $transaction: 'client' },
      any: 'model',
    },
    model: {
      lazy: true,
      reads: ['findUnique', 'findUniqueOrThrow', 'findFirst', 'findFirstOrThrow', 'findMany', 'count', 'aggregate', 'groupBy'],
      writes: ['create', 'createMany', 'createManyAndReturn', 'update', 'updateMany', 'updateManyAndReturn', 'upsert', 'delete', 'deleteMany'],
      batched: ['findUnique'],
    },
    nothing: {},
  },
  conventions: { prisma: 'client', prismaClient: 'client', prismaService: 'client' },
  unmistakable: {
    reads: ['findUnique', 'findUniqueOrThrow', 'findFirstOrThrow'],
    writes: ['createManyAndReturn'],
  },
  instead: {
    read: 'Fetch all with `findMany({ where: { id: { in: ids } } })` and look up in a Map, or `include` the relation in the query that made the list.',
    write: 'Write all with one `createMany`, `updateMany` or `deleteMany` where the values allow it; else put them into one `$transaction([…])`.',
  },
};
