import type { Client } from './client.ts';

export const mongodb: Client = {
  id: 'mongodb',
  name: 'MongoDB',
  kind: 'query',
  modules: ['mongodb'],
  exports: { MongoClient: { type: 'client', gives: 'client' }, Db: { type: 'db' }, Collection: { type: 'collection' } },
  shapes: {
    client: { gives: { db: 'db', connect: 'client' } },
    db: { gives: { collection: 'collection' }, writes: ['command'] },
    collection: {
      reads: ['findOne', 'countDocuments', 'estimatedDocumentCount', 'distinct'],
      writes: ['insertOne', 'insertMany', 'updateOne', 'updateMany', 'replaceOne', 'deleteOne', 'deleteMany', 'findOneAndUpdate', 'findOneAndDelete', 'findOneAndReplace', 'bulkWrite'],
      gives: { find: 'cursor', aggregate: 'cursor' },
    },
    cursor: { reads: ['toArray', 'next', 'forEach', 'hasNext', 'count'], any: 'cursor' },
  },
  unmistakable: { reads: [], writes: ['insertOne', 'findOneAndReplace'] },
  instead: { read: 'Ask once with `$in` (or `$lookup`) and look up in a Map.', write: 'Use `insertMany(rows)` or one `bulkWrite([…])`.' },
};
