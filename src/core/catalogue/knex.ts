import type { Client } from './client.ts';

/** A list has these and a builder hasn't: `rows.slice(0, 3)` of an awaited answer asks nothing. */
const ofLists = ['at', 'concat', 'flat', 'includes', 'indexOf', 'pop', 'push', 'shift', 'slice', 'splice', 'toReversed', 'toSorted', 'unshift'];
/** Text of the statement, which is not run for it. */
const ofText = ['toQuery', 'toSQL', 'toString'];

export const knex: Client = {
  id: 'knex',
  name: 'Knex',
  kind: 'query',
  modules: ['knex', 'nest-knexjs', 'nestjs-knex'],
  exports: {
    default: { gives: 'knex' },
    knex: { gives: 'knex' },
    Knex: { type: 'knex' },
    'Knex.Transaction': { type: 'knex' },
    'Knex.QueryBuilder': { type: 'builder' },
  },
  shapes: {
    knex: {
      called: 'builder',
      gives: { transaction: 'knex', schema: 'nothing', fn: 'nothing', ref: 'nothing', destroy: 'nothing', migrate: 'nothing', seed: 'nothing' },
      callbacks: { transaction: 'knex' },
      any: 'builder',
    },
    builder: { thenable: 'read', any: 'builder', reads: ['then', 'stream'], gives: Object.fromEntries([...ofLists, ...ofText].map((name) => [name, 'nothing'])) },
    nothing: {},
  },
  decorators: { InjectKnex: 'knex', InjectConnection: 'knex', InjectModel: 'knex' },
  conventions: { knex: 'knex', trx: 'knex' },
  instead: {
    read: "Fetch all with `.whereIn('id', ids)` and look up in a Map, or join in the query that made the list.",
    write: 'Use one `.insert(rows)` or `batchInsert`, or one `.whereIn(…).update(…)`.',
  },
};
