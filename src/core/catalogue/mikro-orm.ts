import type { Client } from './client.ts';

export const mikroOrm: Client = {
  id: 'mikro-orm',
  name: 'MikroORM',
  kind: 'query',
  modules: ['@mikro-orm/*'],
  exports: {
    EntityManager: { type: 'manager' }, SqlEntityManager: { type: 'manager' }, EntityRepository: { type: 'manager' }, MikroORM: { type: 'orm' },
  },
  shapes: {
    orm: { gives: { em: 'manager' } },
    manager: {
      reads: ['find', 'findOne', 'findOneOrFail', 'findAll', 'findAndCount', 'findByCursor', 'count', 'countBy', 'populate', 'refresh'],
      writes: ['upsert', 'upsertMany', 'insert', 'insertMany', 'nativeInsert', 'nativeUpdate', 'nativeDelete', 'flush', 'persistAndFlush', 'removeAndFlush', 'execute'],
      gives: { getRepository: 'manager', fork: 'manager', getEntityManager: 'manager', createQueryBuilder: 'builder', transactional: 'nothing', em: 'manager' },
      callbacks: { transactional: 'manager' },
    },
    builder: { thenable: 'read', reads: ['execute', 'getResult', 'getResultList', 'getSingleResult'], any: 'builder' },
    nothing: {},
  },
  decorators: { InjectRepository: 'manager' },
  unmistakable: { reads: [], writes: ['persistAndFlush', 'removeAndFlush', 'nativeUpdate'] },
  instead: { read: 'Fetch all with `em.find(Entity, { id: { $in: ids } }, { populate })`.', write: 'Call `persist` or `remove` in the loop and `flush()` once behind it.' },
};
