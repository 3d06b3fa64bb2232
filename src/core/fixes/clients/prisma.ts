import { methodCall, type ReadBatch, readObject, readSingle, restOf, textOf } from '../batch.ts';

/** `model.findUnique({ where: { id } })` → `model.findMany({ where: { id: { in: ids } } })`. */
export const batchPrisma: ReadBatch = (call, text) => {
  const found = methodCall(call, ['findUnique', 'findFirst']);
  const options = found?.args.length === 1 ? readObject(found.args[0]) : null;
  const where = readSingle(options?.get('where'));
  if (!found || !options || !where || (found.name === 'findFirst' && where.field !== 'id')) return null;
  const rest = restOf(options, text, ['include']);
  if (rest === null) return null;
  return { ...where, receiver: textOf(text, found.object), gives: 'null', query: (keys) => `${textOf(text, found.object)}.findMany({ where: { ${where.field}: { in: ${keys} } }${rest} })` };
};
