import type { Client } from './client.ts';

export const sequelize: Client = {
  id: 'sequelize',
  name: 'Sequelize',
  kind: 'query',
  modules: ['sequelize', 'sequelize-typescript', '@sequelize/core', '@nestjs/sequelize'],
  exports: {
    Sequelize: { type: 'sequelize', gives: 'sequelize' },
    default: { type: 'sequelize', gives: 'sequelize' },
    Model: { type: 'row', value: 'model' },
    ModelStatic: { type: 'model' },
    ModelCtor: { type: 'model' },
  },
  shapes: {
    sequelize: { writes: ['query', 'sync'], gives: { define: 'model', model: 'model', models: 'models', transaction: 'nothing' } },
    models: { any: 'model' },
    model: {
      reads: ['findAll', 'findOne', 'findByPk', 'findAndCountAll', 'count', 'max', 'min', 'sum', 'aggregate'],
      writes: ['findOrCreate', 'findCreateFind', 'create', 'bulkCreate', 'upsert', 'update', 'destroy', 'restore', 'increment', 'decrement', 'truncate'],
      answers: { findAll: 'rows', bulkCreate: 'rows', findOne: 'row', findByPk: 'row', create: 'row' },
      gives: { scope: 'model', unscoped: 'model', schema: 'model', build: 'row' },
      instance: 'row',
      called: 'row',
    },
    row: { writes: ['save', 'update', 'destroy', 'restore', 'increment', 'decrement'], reads: ['reload'] },
    rows: { elements: 'row' },
    nothing: {},
  },
  decorators: { InjectModel: 'model' },
  unmistakable: { reads: ['findByPk', 'findAndCountAll'], writes: ['findOrCreate', 'findCreateFind', 'bulkCreate'] },
  instead: {
    read: 'Fetch all with `findAll({ where: { id: ids } })` and look up in a Map, or `include` the association in the query that made the list.',
    write: 'Use `bulkCreate(rows)`, or one `update`/`destroy` with `where: { id: { [Op.in]: ids } }`.',
  },
};
