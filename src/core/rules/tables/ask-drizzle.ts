import { calleeName } from '../../callgraph/callee-name.ts';
import type { FileFacts } from '../../callgraph/facts.ts';
import type { Linker } from '../../callgraph/linker.ts';
import type { Occurrence } from '../../callgraph/occurrences.ts';
import type { Term } from '../../callgraph/terms.ts';
import type { Asked, Table } from './table.ts';
import { type Traced, traceTerm } from './trace-term.ts';
import { callChain, methodOf, spanOfCall, textOf, written } from './written.ts';

const tableMakers = /^(?:pg|mysql|sqlite|singlestore)Table$/;
const ofFewValues = /^(?:boolean|bool|tinyint)$|[eE]num$/;
const comparing = /^(?:eq|inArray|gt|gte|lt|lte|between)$/;

const firstMember = (term: Term | undefined): string | null => (term?.kind === 'member' ? term.name : null);

/** What `index(…).on(t.a, t.b)` and `primaryKey({ columns: [t.a] })` begin with; `null` for one that is computed. */
const readExtras = (file: FileFacts, extras: Term | undefined): readonly (string | null)[] => {
  if (extras?.kind !== 'function') return [];
  return file.functions[extras.id].events.flatMap(({ term }) => {
    if (term.kind !== 'call') return [];
    if (/^on(?:Only)?$/.test(methodOf(term))) return [firstMember(term.args[0])];
    const columns = calleeName(file, term) === 'primaryKey' ? written(term.args[0])?.members.get('columns') : undefined;
    return columns?.kind === 'array' ? [firstMember(columns.items[0])] : [];
  });
};

const readTable = ({ file, term }: Traced): Table | null => {
  const [name, fields, extras] = term.kind === 'call' && tableMakers.test(calleeName(file, term)) ? term.args : [];
  const columns = new Set<string>();
  const leading = new Set<string>();
  const indexes = readExtras(file, extras);
  const members = written(fields)?.members;
  if (!members || indexes.includes(null)) return null;
  for (const [column, value] of members) {
    const calls = callChain(value);
    if (calls.some((call) => /^(?:primaryKey|unique)$/.test(methodOf(call)))) leading.add(column);
    const made = calls.at(-1);
    if (made && !ofFewValues.test(calleeName(file, made))) columns.add(column);
  }
  for (const column of indexes) if (column !== null) leading.add(column);
  const span = spanOfCall(file, (call) => tableMakers.test(calleeName(file, call)) && textOf(call.args[0]) === textOf(name));
  return span && { name: textOf(name), file: file.path, span, columns, leading };
};

/** Columns that all must fit, as members of their tables; `null` where one of several is enough. */
const comparedColumns = (file: FileFacts, term: Term | undefined): readonly Extract<Term, { kind: 'member' }>[] | null => {
  if (term?.kind !== 'call') return null;
  const name = calleeName(file, term);
  if (name === 'or') return null;
  if (name === 'and') {
    const parts = term.args.map((arg) => comparedColumns(file, arg));
    return parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
  }
  const [column] = term.args;
  return comparing.test(name) && column?.kind === 'member' ? [column] : [];
};

/** `select().from(t).where(…)`, `query.t.findFirst({ where: … })`, and writes by `where`. */
export const askedDrizzle = ({ file, event: { term } }: Occurrence, linker: Linker): Asked | null => {
  const chain = callChain(term);
  // A join begins at another table, maybe by a key.
  if (chain.some((call) => /join$/i.test(methodOf(call)))) return null;
  const where = chain.find((call) => methodOf(call) === 'where')?.args[0];
  const find = chain.find((call) => /^find(?:First|Many)$/.test(methodOf(call)));
  const columns = comparedColumns(file, where ?? written(find?.args[0])?.members.get('where'));
  const tables = (columns ?? []).map(({ object }) => traceTerm(linker, file, object));
  const [first] = tables;
  if (!columns || !first || tables.some((table) => table?.term !== first.term)) return null;
  const table = readTable(first);
  return table && { table, criteria: { by: 'filter', columns: columns.map(({ name }) => name) } };
};
