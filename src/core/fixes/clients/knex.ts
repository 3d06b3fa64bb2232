import type { TSESTree } from '@typescript-eslint/types';
import { methodCall, type ReadBatch, readSingle, textOf } from '../batch.ts';

/** `knex('t').where({ id }).first()` → `knex('t').whereIn('id', ids)`; without `first` all rows of a key. */
export const batchKnex: ReadBatch = (call, text) => {
  const first = methodCall(call, ['first']);
  const found = methodCall(first && first.args.length === 0 ? first.object : call, ['where']);
  const where = found && readWhere(found.args);
  // The table and nothing more: columns that were chosen may lack the key.
  if (!found || !where || found.object.type !== 'CallExpression' || found.object.callee.type !== 'Identifier') return null;
  return { ...where, receiver: textOf(text, found.object), gives: first ? 'undefined' : 'rows', query: (keys) => `${textOf(text, found.object)}.whereIn('${where.field}', ${keys})` };
};

function readWhere([first, second, ...more]: readonly TSESTree.CallExpressionArgument[]): ReturnType<typeof readSingle> {
  if (second === undefined) return readSingle(first);
  const name = first.type === 'Literal' && typeof first.value === 'string' && /^\w+$/.test(first.value) ? first.value : null;
  return name !== null && more.length === 0 && second.type !== 'SpreadElement' ? { field: name, key: second } : null;
}
