import type { FileFacts } from '../../callgraph/facts.ts';
import type { Linker } from '../../callgraph/linker.ts';
import type { Occurrence } from '../../callgraph/occurrences.ts';
import type { Term } from '../../callgraph/terms.ts';
import { readOptions } from './read-criteria.ts';
import type { Asked, Table } from './table.ts';
import { traceTerm } from './trace-term.ts';
import { type CallTerm, isTrue, methodOf, spanOfCall, textOf, written } from './written.ts';

const methods: Readonly<Record<string, number>> = { findAll: 0, findOne: 0, count: 0, findAndCountAll: 0, destroy: 0, update: 1 };

const typeName = (term: Term | undefined): string => {
  if (term?.kind === 'call') return typeName(term.callee);
  return term?.kind === 'member' ? term.name : '';
};

/** The columns each index begins with; `null` when one is computed. */
const readIndexes = (indexes: Term | undefined): readonly string[] | null => {
  if (indexes?.kind !== 'array') return null;
  const first = indexes.items.map((index) => {
    const fields = written(index)?.members.get('fields');
    return fields?.kind === 'array' ? textOf(fields.items[0]) : '';
  });
  return first.includes('') ? null : first;
};

/** Only of a model that declares its indexes: others have theirs in migrations. */
const readModel = (name: string, file: FileFacts, call: CallTerm, [attributes, options]: readonly Term[]): Table | null => {
  const members = written(attributes)?.members;
  const indexes = readIndexes(written(options)?.members.get('indexes'));
  const span = spanOfCall(file, (other) => methodOf(other) === methodOf(call) && JSON.stringify(other.callee) === JSON.stringify(call.callee) && textOf(other.args[0]) === textOf(call.args[0]));
  if (!members || !indexes || !span) return null;
  const columns = new Set<string>();
  const leading = new Set(['id', ...indexes]);
  for (const [column, value] of members) {
    const attribute = written(value)?.members;
    if (!/^(?:BOOLEAN|ENUM|VIRTUAL|JSONB?|)$/.test(typeName(attribute?.get('type') ?? value))) columns.add(column);
    if (isTrue(attribute?.get('unique')) || attribute?.get('unique')?.kind === 'object' || isTrue(attribute?.get('primaryKey'))) leading.add(column);
  }
  return { name, file: file.path, span, columns, leading };
};

/** `sequelize.define('User', …)`, or `User.init(…)` in the file of the class. */
const modelTable = (linker: Linker, from: FileFacts, term: Term): Table | null => {
  const traced = traceTerm(linker, from, term);
  if (traced?.term.kind === 'call' && methodOf(traced.term) === 'define') {
    const [name, ...rest] = traced.term.args;
    return readModel(textOf(name), traced.file, traced.term, rest);
  }
  if (traced?.term.kind !== 'class') return null;
  const { file, binding, term: { id } } = traced;
  for (const { events } of file.functions) {
    for (const { term: call } of events) {
      if (call.kind !== 'call' || call.callee.kind !== 'member' || call.callee.name !== 'init' || call.callee.object.kind !== 'binding') continue;
      const owner = call.callee.object.id;
      if (owner === binding || traceTerm(linker, file, call.callee.object)?.term === traced.term) return readModel(file.classes[id].name, file, call, call.args);
    }
  }
  return null;
};

export const askedSequelize = ({ file, event: { term } }: Occurrence, linker: Linker): Asked | null => {
  if (term.kind !== 'call' || term.callee.kind !== 'member' || !Object.hasOwn(methods, term.callee.name)) return null;
  const criteria = readOptions(file, term.args[methods[term.callee.name]], { order: '', take: 'limit' });
  const table = criteria && modelTable(linker, file, term.callee.object);
  return table && { table, criteria };
};
