import type { Client } from './client.ts';

export const objection: Client = {
  id: 'objection',
  name: 'Objection',
  kind: 'query',
  modules: ['objection'],
  exports: { Model: { type: 'row', value: 'model' } },
  shapes: {
    model: { gives: { query: 'builder', relatedQuery: 'builder', fetchGraph: 'builder' }, instance: 'row' },
    row: { gives: { $query: 'builder', $relatedQuery: 'builder', $fetchGraph: 'builder' } },
    builder: { thenable: 'read', any: 'builder', reads: ['execute'] },
  },
  unmistakable: { reads: ['$relatedQuery', '$query', '$fetchGraph'], writes: [] },
  instead: { read: 'Fetch all with `findByIds(ids)`, or `withGraphFetched` the relation in the query that made the list.', write: 'Use `insertGraph`, `upsertGraph` or one `whereIn(…).patch(…)`.' },
};
