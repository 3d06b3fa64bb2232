import type { FileFacts } from '../../callgraph/facts.ts';
import type { Term } from '../../callgraph/terms.ts';
import { calleeName } from '../../callgraph/callee-name.ts';
import type { Criteria } from './table.ts';
import { written } from './written.ts';

/** What a column is compared with that no index finds: nothing, everything but something, a part of a text. */
const unhelpful = new Set(['not', 'notIn', 'contains', 'endsWith', 'mode', 'search', 'isSet', 'has', 'hasSome', 'hasEvery', 'isEmpty', 'path', '$ne', '$nin', '$not', '$exists', '$regex', '$elemMatch']);
const unhelpfulCalls = /^(?:Not|IsNull|Like|ILike|Raw|Any|ArrayContains|ArrayOverlap|ArrayContainedBy)$/;
const combining = new Set(['OR', 'NOT', 'AND', '$or', '$nor', '$and', '$text', '$expr']);

/** An index can find what the column is compared with. */
const isFindable = (file: FileFacts, value: Term): boolean => {
  if (value.kind === 'text') return !/^(?:null|true|false)$/.test(value.text);
  if (value.kind === 'call') return !unhelpfulCalls.test(calleeName(file, value));
  if (value.kind !== 'object') return true;
  return value.spreads.length === 0 && value.members.size > 0 && ![...value.members.keys()].some((name) => unhelpful.has(name));
};

/** The columns of a filter that is written out; `null` when it is not, combines filters, or filters by a relation. */
export const readFilter = (file: FileFacts, filter: Term | undefined): Criteria | null => {
  const where = written(filter);
  if (!where || where.members.size === 0 || [...where.members.keys()].some((name) => combining.has(name))) return null;
  return { by: 'filter', columns: [...where.members].flatMap(([name, value]) => (isFindable(file, value) ? [name] : [])) };
};

/** What options filter by; without a filter, what the first rows of an order are sorted by. */
export const readOptions = (file: FileFacts, options: Term | undefined, names: { readonly order: string; readonly take: string }): Criteria | null => {
  const found = written(options);
  if (!found) return null;
  const where = found.members.get('where');
  if (where) return readFilter(file, where);
  const order = written(found.members.get(names.order));
  const first = order && [...order.members.keys()][0];
  return first !== undefined && first !== null && found.members.has(names.take) ? { by: 'order', columns: [first] } : null;
};
