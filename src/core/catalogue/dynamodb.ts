import type { Client } from './client.ts';

export const dynamodb: Client = {
  id: 'dynamodb',
  name: 'DynamoDB',
  kind: 'query',
  modules: ['@aws-sdk/client-dynamodb', '@aws-sdk/lib-dynamodb'],
  exports: { DynamoDBClient: { type: 'client', gives: 'client' }, DynamoDB: { type: 'client', gives: 'client' }, DynamoDBDocumentClient: { type: 'client', value: 'document' }, DynamoDBDocument: { type: 'client', value: 'document' } },
  shapes: {
    document: { gives: { from: 'client' } },
    client: { reads: ['send', 'get', 'query', 'scan', 'getItem'], writes: ['put', 'update', 'delete', 'putItem', 'updateItem', 'deleteItem'] },
  },
  instead: { read: 'Fetch up to 100 keys at once with `BatchGetCommand`.', write: 'Write up to 25 items at once with `BatchWriteCommand`; retry `UnprocessedItems`.' },
};
