import type { Client } from './client.ts';

export const typeorm: Client = {
  id: 'typeorm',
  name: 'TypeORM',
  kind: 'query',
  modules: ['typeorm', '@nestjs/typeorm', 'typeorm-transactional'],
  exports: {
    Repository: { type: 'repository' },
    TreeRepository: { type: 'repository' },
    MongoRepository: { type: 'repository' },
    BaseEntity: { type: 'record', value: 'record' },
    EntityManager: { type: 'manager' },
    DataSource: { type: 'manager', gives: 'manager' },
    Connection: { type: 'manager' },
    QueryRunner: { type: 'manager' },
    SelectQueryBuilder: { type: 'builder' },
    getRepository: { gives: 'repository' },
    getCustomRepository: { gives: 'repository' },
    getManager: { gives: 'manager' },
    getConnection: { gives: 'manager' },
    createConnection: { gives: 'manager' },
  },
  shapes: {
    repository: {
      reads: ['find', 'findBy', 'findAndCount', 'findAndCountBy', 'findByIds', 'findOne', 'findOneBy', 'findOneById', 'findOneOrFail', 'findOneByOrFail', 'count', 'countBy', 'exists', 'existsBy', 'exist', 'sum', 'average', 'minimum', 'maximum', 'query', 'sql', 'preload', 'findTrees', 'findRoots', 'findDescendants', 'findAncestors'],
      writes: ['save', 'insert', 'update', 'updateAll', 'upsert', 'delete', 'deleteAll', 'remove', 'softDelete', 'softRemove', 'restore', 'recover', 'increment', 'decrement', 'clear'],
      gives: { createQueryBuilder: 'builder', manager: 'manager', extend: 'repository', withRepository: 'repository' },
    },
    record: { like: 'repository', gives: { create: 'entity' }, instance: 'entity' },
    entity: { writes: ['save', 'remove', 'softRemove', 'recover'], reads: ['reload'] },
    manager: {
      like: 'repository',
      gives: {
        createQueryBuilder: 'builder', getRepository: 'repository', getTreeRepository: 'repository', getCustomRepository: 'repository', withRepository: 'repository',
        manager: 'manager', createEntityManager: 'manager', createQueryRunner: 'manager', transaction: 'nothing', connection: 'manager', dataSource: 'manager',
      },
      callbacks: { transaction: 'manager' },
    },
    builder: {
      reads: ['getOne', 'getOneOrFail', 'getMany', 'getManyAndCount', 'getRawOne', 'getRawMany', 'getRawAndEntities', 'getCount', 'getExists', 'loadOne', 'loadMany'],
      writes: ['execute', 'stream'],
      any: 'builder',
    },
    nothing: {},
  },
  decorators: { InjectRepository: 'repository', InjectEntityManager: 'manager', InjectDataSource: 'manager', InjectConnection: 'manager' },
  unmistakable: {
    reads: ['findOneBy', 'findOneByOrFail', 'findOneOrFail', 'findAndCountBy', 'getRawMany', 'getRawOne', 'getManyAndCount', 'getOneOrFail'],
    writes: ['softRemove'],
  },
  instead: {
    read: 'Fetch all with `findBy({ id: In(ids) })` and look up in a Map, or load the relation with the list (`relations`, `leftJoinAndSelect`).',
    write: 'Give `save`, `insert` or `remove` the whole array, or `update({ id: In(ids) }, …)` when all get the same values.',
  },
};
