import { methodCall, type ReadBatch, readObject, readSingle, restOf, textOf } from '../batch.ts';

const kept = ['include', 'transaction', 'paranoid', 'logging'];

/** `findByPk(id)` and `findOne({ where: { id } })` → `findAll({ where: { id: ids } })`; a list there means IN. */
export const batchSequelize: ReadBatch = (call, text) => {
  const found = methodCall(call, ['findByPk', 'findOne']);
  if (!found) return null;
  const [first, second, ...more] = found.args;
  const object = textOf(text, found.object);
  if (found.name === 'findOne') {
    const options = second === undefined ? readObject(first) : null;
    const where = readSingle(options?.get('where'));
    const rest = options && restOf(options, text, kept);
    return where && rest !== null ? { ...where, receiver: object, gives: 'null', query: (keys) => `${object}.findAll({ where: { ${where.field}: ${keys} }${rest} })` } : null;
  }
  const options = second === undefined ? new Map() : readObject(second);
  const rest = options && restOf(options, text, kept);
  if (first === undefined || first.type === 'SpreadElement' || rest === null || more.length > 0) return null;
  return { field: 'id', key: first, receiver: object, gives: 'null', query: (keys) => `${object}.findAll({ where: { id: ${keys} }${rest} })` };
};
