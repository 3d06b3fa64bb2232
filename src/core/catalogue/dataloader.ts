import type { Client } from './client.ts';

/** Loads of one tick become one call of the batch function. */
export const dataloader: Client = {
  id: 'dataloader',
  name: 'DataLoader',
  kind: 'query',
  modules: ['dataloader', 'nestjs-dataloader'],
  exports: { default: { gives: 'loader', type: 'loader' }, DataLoader: { gives: 'loader', type: 'loader' } },
  shapes: { loader: { reads: ['load', 'loadMany'], batches: true } },
  instead: { read: 'Use `loader.loadMany(keys)`, or start all loads before waiting for the first.', write: '' },
};
