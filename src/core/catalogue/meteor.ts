import type { Client } from './client.ts';

export const meteor: Client = {
  id: 'meteor',
  name: 'Meteor',
  kind: 'query',
  modules: ['meteor/mongo'],
  exports: { 'Mongo.Collection': { type: 'collection', gives: 'collection' } },
  shapes: {
    collection: {
      reads: ['findOneAsync', 'countDocuments', 'estimatedDocumentCount'],
      writes: ['insertAsync', 'updateAsync', 'upsertAsync', 'removeAsync'],
      gives: { find: 'cursor', direct: 'collection' },
    },
    cursor: { reads: ['fetchAsync', 'countAsync', 'forEachAsync', 'mapAsync'], any: 'cursor' },
  },
  instead: { read: 'Ask once with `find({ _id: { $in: ids } }).fetchAsync()` and look up in a Map.', write: 'Use one `updateAsync` with `{ multi: true }`, or `rawCollection().bulkWrite([…])`.' },
};
