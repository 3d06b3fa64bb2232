import { type FindAll, findAll } from '../catalogue/find-all.ts';
import type { EventFacts } from '../callgraph/facts.ts';
import type { Effect } from '../callgraph/find-effect.ts';
import type { Term } from '../callgraph/terms.ts';

interface Link {
  readonly name: string;
  readonly args: readonly Term[];
}

/** The calls of a chain, first to last: `Article.find().sort(…)`. */
const chainOf = (term: Term): Link[] => {
  const links: Link[] = [];
  for (let at = term; at.kind === 'call'; ) {
    const { callee, args } = at;
    links.unshift({ name: callee.kind === 'member' ? callee.name : '', args });
    at = callee.kind === 'member' ? callee.object : callee;
  }
  return links;
};

const isEmptyObject = (term: Term | undefined): boolean => term === undefined || (term.kind === 'object' && term.members.size === 0 && term.spreads.length === 0);

/** Texts a chain is given: the table of `knex('lines').select('*')`. */
export const textsOf = (term: Term): string => chainOf(term).flatMap(({ args }) => args.flatMap((arg) => (arg.kind === 'text' ? [arg.text] : []))).join(' ');

/** Options that are written out and narrow nothing. */
const isHarmless = (term: Term, harmless: readonly string[]): boolean => {
  if (term.kind !== 'object' || term.spreads.length > 0) return false;
  return [...term.members].every(([name, value]) => harmless.includes(name) || (name === 'where' && isEmptyObject(value)));
};

const byOptions = ({ methods = [], options = [], harmless = [] }: FindAll, { term }: EventFacts): boolean => {
  const last = chainOf(term).at(-1);
  if (!last || !methods.includes(last.name)) return false;
  // `manager.find(User, { … })`: what is no object is the table, or unknown.
  const [first, second] = options.map((index) => last.args[index]);
  if (first === undefined || first.kind === 'object') return first === undefined || isHarmless(first, harmless);
  return options.length > 1 && first.kind === 'binding' && last.args.length === 2 && second !== undefined && isHarmless(second, harmless);
};

/** What leads to a table: `knex('lines')`, `db.collection('lines')`. */
const beforeQuery = new Set(['', 'model', 'collection', 'db', 'query', 'withSchema', 'useDb']);

const byCalls = ({ begins = [], harmlessCalls = [] }: FindAll, { term }: EventFacts): boolean => {
  const links = chainOf(term);
  const at = links.findIndex(({ name }) => begins.includes(name));
  const isBefore = (name: string, index: number): boolean => index < at && beforeQuery.has(name);
  if (at < 0 || !links.every(({ name }, index) => isBefore(name, index) || begins.includes(name) || harmlessCalls.includes(name))) return false;
  const filter = links[at].args[0];
  return links[at].name !== 'find' || isEmptyObject(filter);
};

/** `select count(*)`, `sum`: one row. Of a builder that selects what it is given, only named columns and `*` are rows. */
const isAggregate = ({ term }: EventFacts): boolean => chainOf(term).some(({ name, args }) => name === 'select' && args[0]?.kind === 'object');

const sqlSelect = /^\s*select\b(?!\s+(?:count|sum|min|max|avg|exists|1\b|now|pg_|version))[\s\S]*\bfrom\b/i;
const sqlNarrows = /\b(?:where|limit|fetch|group\s+by|having|join|top|generate_series|information_schema|pg_\w+|sqlite_master)\b/i;

const bySql = ({ args }: EventFacts): boolean => {
  const text = args[0]?.term.kind === 'text' ? args[0].term.text : '';
  return sqlSelect.test(text) && !sqlNarrows.test(text) && !text.includes('?');
};

/** The query gives every row of its table, and the code shows that. */
export const findsAllRows = ({ client, access }: Effect, event: EventFacts, isAsync: boolean): boolean => {
  if (client.kind !== 'query' || access !== 'read') return false;
  const how = Object.hasOwn(findAll, client.id) ? findAll[client.id] : null;
  if (!how) return bySql(event);
  if (how.methods) return byOptions(how, event);
  // A builder that is returned may be narrowed by the caller.
  return byCalls(how, event) && !isAggregate(event) && (event.usage !== 'returned' || isAsync);
};
