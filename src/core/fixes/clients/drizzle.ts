import type { TSESTree } from '@typescript-eslint/types';
import { methodCall, type ReadBatch, readObject, restOf, textOf } from '../batch.ts';

interface Equality {
  readonly column: string;
  readonly field: string;
  readonly key: TSESTree.Expression;
}

/** `eq(users.id, key)`. */
function readEquality(node: TSESTree.Node | undefined, text: string): Equality | null {
  if (node?.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'eq' || node.arguments.length !== 2) return null;
  const [column, key] = node.arguments;
  if (column.type !== 'MemberExpression' || column.computed || column.property.type !== 'Identifier' || key.type === 'SpreadElement') return null;
  return { column: textOf(text, column), field: column.property.name, key };
}

const needs = { name: 'inArray', from: 'drizzle-orm' };

/** `db.select().from(t).where(eq(t.c, key))` gives all rows of a key, `db.query.t.findFirst({ where: eq(…) })` one. */
export const batchDrizzle: ReadBatch = (call, text) => {
  const found = methodCall(call, ['where', 'findFirst']);
  if (found?.args.length !== 1) return null;
  if (found.name === 'findFirst') {
    const options = readObject(found.args[0]);
    const equal = readEquality(options?.get('where'), text);
    const rest = options && restOf(options, text, ['with']);
    return equal && rest !== null ? { ...equal, receiver: textOf(text, found.object), gives: 'undefined', needs, query: (keys) => `${textOf(text, found.object)}.findMany({ where: inArray(${equal.column}, ${keys})${rest} })` } : null;
  }
  const equal = readEquality(found.args[0], text);
  const from = methodCall(found.object, ['from']);
  const select = from && methodCall(from.object, ['select']);
  if (!equal || select?.args.length !== 0) return null;
  return { ...equal, receiver: textOf(text, found.object), gives: 'rows', needs, query: (keys) => `${textOf(text, found.object)}.where(inArray(${equal.column}, ${keys}))` };
};
