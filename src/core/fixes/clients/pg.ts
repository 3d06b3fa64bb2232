import type { TSESTree } from '@typescript-eslint/types';
import { methodCall, type ReadBatch, textOf } from '../batch.ts';

/** Rows of one table by one column, and nothing more: an order, limit or sum of one key is another one of many. */
const byColumn = /^(\s*select\s+(\*|\w+(?:\s*,\s*\w+)*)\s+from\s+\w+(?:\.\w+)?\s+where\s+(\w+)\s*=\s*)\$1(\s*;?\s*)$/i;

const literalText = (node: TSESTree.Node | undefined): string | null => {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  return node?.type === 'TemplateLiteral' && node.expressions.length === 0 ? node.quasis[0].value.cooked : null;
};

/** `query('select * from t where c = $1', [key])` → `= any($1)` with all keys. What comes back for a key may be a number or its text, so keys are compared by that. */
export const batchPg: ReadBatch = (call, text) => {
  const found = methodCall(call, ['query']);
  const [statement, values, more] = found?.args ?? [];
  const sql = literalText(statement);
  const [, head = '', columns = '', column = '', tail = ''] = (sql === null ? null : byColumn.exec(sql)) ?? [];
  const key = values?.type === 'ArrayExpression' && values.elements.length === 1 ? values.elements[0] : null;
  const field = column.toLowerCase();
  const isSelected = columns === '*' || columns.toLowerCase().split(/\s*,\s*/).includes(field);
  if (!found || more !== undefined || field === '' || !isSelected || !key || key.type === 'SpreadElement') return null;
  const receiver = textOf(text, found.object);
  const [opening] = textOf(text, statement);
  return { key, receiver, field, gives: 'answer', byText: true, isUnsure: true, query: (keys) => `${receiver}.query(${opening}${head}any($1)${tail}${opening}, [${keys}])` };
};
