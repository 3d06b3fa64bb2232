import type { Client } from './client.ts';

export const mongoose: Client = {
  id: 'mongoose',
  name: 'Mongoose',
  kind: 'query',
  modules: ['mongoose', '@nestjs/mongoose', '@typegoose/typegoose'],
  exports: {
    model: { gives: 'model' },
    'mongoose.model': { gives: 'model' },
    getModelForClass: { gives: 'model' },
    Model: { type: 'model', value: 'model' },
    'mongoose.Model': { type: 'model', value: 'model' },
    Connection: { type: 'connection' },
    createConnection: { gives: 'connection' },
    Document: { type: 'document' },
    HydratedDocument: { type: 'document' },
    ReturnModelType: { type: 'model' },
  },
  shapes: {
    connection: { gives: { model: 'model' } },
    model: {
      writes: ['create', 'insertMany', 'bulkWrite', 'bulkSave', 'populate'],
      gives: {
        find: 'documents', findOne: 'query', findById: 'query', countDocuments: 'query', estimatedDocumentCount: 'query', count: 'query', distinct: 'query', exists: 'query',
        aggregate: 'query', where: 'query', findOneAndUpdate: 'update', findByIdAndUpdate: 'update', findOneAndDelete: 'update', findByIdAndDelete: 'update',
        findOneAndRemove: 'update', findByIdAndRemove: 'update', findOneAndReplace: 'update', updateOne: 'update', updateMany: 'update', deleteOne: 'update',
        deleteMany: 'update', replaceOne: 'update', hydrate: 'document',
      },
      instance: 'document',
      called: 'document',
    },
    documents: { thenable: 'read', reads: ['exec'], answers: { exec: 'loaded' }, elements: 'document', gives: { cursor: 'nothing' }, any: 'documents' },
    loaded: { elements: 'document' },
    query: { thenable: 'read', reads: ['exec'], gives: { cursor: 'nothing' }, any: 'query' },
    update: { thenable: 'write', writes: ['exec'], any: 'update' },
    document: { writes: ['save', 'deleteOne', 'updateOne', 'remove'], reads: ['populate'] },
    nothing: {},
  },
  decorators: { InjectModel: 'model' },
  unmistakable: { reads: ['countDocuments'], writes: ['findByIdAndUpdate', 'findOneAndUpdate', 'findByIdAndDelete', 'findByIdAndRemove', 'insertMany'] },
  instead: {
    read: 'Fetch all with `find({ _id: { $in: ids } })` and look up in a Map, or `populate` the whole list.',
    write: 'Use `insertMany(rows)` or one `bulkWrite([…])`.',
  },
};
