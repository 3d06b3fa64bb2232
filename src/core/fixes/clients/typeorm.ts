import { methodCall, type ReadBatch, readObject, readSingle, restOf, textOf } from '../batch.ts';

/** `findOneBy({ id })` → `findBy({ id: In(ids) })`, and the same with options. */
export const batchTypeorm: ReadBatch = (call, text) => {
  const found = methodCall(call, ['findOneBy', 'findOne']);
  if (found?.args.length !== 1) return null;
  const object = textOf(text, found.object);
  const needs = { name: 'In', from: 'typeorm' };
  if (found.name === 'findOneBy') {
    const where = readSingle(found.args[0]);
    return where && { ...where, receiver: object, gives: 'null', needs, query: (keys) => `${object}.findBy({ ${where.field}: In(${keys}) })` };
  }
  const options = readObject(found.args[0]);
  const where = readSingle(options?.get('where'));
  const rest = options && restOf(options, text, ['relations', 'withDeleted', 'cache']);
  if (!where || rest === null) return null;
  return { ...where, receiver: object, gives: 'null', needs, query: (keys) => `${object}.find({ where: { ${where.field}: In(${keys}) }${rest} })` };
};
