import type { Linker } from '../../callgraph/linker.ts';
import { calleeName } from '../../callgraph/callee-name.ts';
import type { Occurrence } from '../../callgraph/occurrences.ts';
import type { Term } from '../../callgraph/terms.ts';
import { readFilter } from './read-criteria.ts';
import type { Asked, Criteria, Table } from './table.ts';
import { type Traced, traceTerm } from './trace-term.ts';
import { callChain, callsOn, isTrue, methodOf, spanOfCall, textOf, written, type Written } from './written.ts';

const filtering = /^(?:find|findOne|countDocuments|count|exists|findOneAnd\w+|updateOne|updateMany|deleteOne|deleteMany|replaceOne)$/;

const isOfFewValues = (type: Term | undefined): boolean => type?.kind === 'global' && type.name === 'Boolean';

const readField = (term: Term): { readonly type: Term | undefined; readonly options: Written | null } => {
  const options = written(term);
  return options?.members.has('type') ? { type: options.members.get('type'), options } : { type: term, options: null };
};

/** The schema's fields, and what its options and `schema.index(…)` index; `_id` always is. */
const readSchema = (name: string, { file, term, binding }: Traced): Table | null => {
  const fields = term.kind === 'new' && calleeName(file, term) === 'Schema' ? written(term.args[0]) : null;
  if (!fields) return null;
  const columns = new Set<string>();
  const leading = new Set(['_id']);
  for (const [field, value] of fields.members) {
    const { type, options } = readField(value);
    if (options?.members.has('enum') || isOfFewValues(type) || type?.kind === 'object' || type?.kind === 'array') continue;
    columns.add(field);
    if (['index', 'unique', 'sparse', 'text'].some((option) => isTrue(options?.members.get(option)) || options?.members.get(option)?.kind === 'object')) leading.add(field);
  }
  const indexes = binding < 0 ? [] : callsOn(file, binding, 'index').map(({ args }) => written(args[0]));
  if (indexes.includes(null) || (binding >= 0 && callsOn(file, binding, 'add').length > 0)) return null;
  for (const index of indexes) for (const column of [...(index?.members.keys() ?? [])].slice(0, 1)) leading.add(column);
  const names = [...fields.members.keys()].join();
  const span = spanOfCall(file, (call) => calleeName(file, call) === 'Schema' && call.args[0]?.kind === 'object' && [...call.args[0].members.keys()].join() === names);
  return span && { name, file: file.path, span, columns, leading };
};

const modelTable = (linker: Linker, model: Traced | null): Table | null => {
  if (model?.term.kind !== 'call' || calleeName(model.file, model.term) !== 'model') return null;
  const [name, schema] = model.term.args;
  const traced = traceTerm(linker, model.file, schema);
  return traced && readSchema(textOf(name), traced);
};

/** `Model.find({ … })` with what is chained on; first rows of an order where nothing is filtered. */
export const askedMongoose = ({ file, event: { term } }: Occurrence, linker: Linker): Asked | null => {
  const chain = callChain(term);
  const query = chain.find((call) => filtering.test(methodOf(call)));
  if (query?.callee.kind !== 'member') return null;
  const order = written(chain.find((call) => methodOf(call) === 'sort')?.args[0]);
  const isLimited = chain.some((call) => methodOf(call) === 'limit');
  const sorted: Criteria | null = order && isLimited && query.args.length === 0 ? { by: 'order', columns: [...order.members.keys()].slice(0, 1) } : null;
  const criteria = sorted ?? readFilter(file, query.args[0]);
  const table = criteria && modelTable(linker, traceTerm(linker, file, query.callee.object));
  return table && { table, criteria };
};
