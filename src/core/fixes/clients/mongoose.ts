import type { TSESTree } from '@typescript-eslint/types';
import { type Batch, methodCall, type ReadBatch, readSingle, textOf } from '../batch.ts';

/** What is chained on and means the same for many documents. */
const chained = ['lean', 'exec'];

/** `findById(id)` → `find({ _id: { $in: ids } })`. Object ids are other objects each time, so they are compared by their text. */
export const batchMongoose: ReadBatch = (call, text) => readChain(call, '', text);

function readChain(call: TSESTree.Expression, after: string, text: string): Batch | null {
  const link = methodCall(call, chained);
  if (link) return readChain(link.object, textOf(text, call).slice(textOf(text, link.object).length) + after, text);
  const found = methodCall(call, ['findById', 'findOne']);
  const [first] = found?.args ?? [];
  if (found?.args.length !== 1 || first === undefined || first.type === 'SpreadElement') return null;
  const where = found.name === 'findById' ? { field: '_id', key: first } : readSingle(first);
  if (where === null || first.type === 'ObjectExpression' !== (found.name === 'findOne')) return null;
  return { ...where, receiver: textOf(text, found.object), gives: 'null', byText: true, query: (keys) => `${textOf(text, found.object)}.find({ ${where.field}: { $in: ${keys} } })${after}` };
}
