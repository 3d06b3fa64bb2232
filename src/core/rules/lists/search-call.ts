import type { EventFacts, FileFacts } from '../../callgraph/facts.ts';
import type { Linker } from '../../callgraph/linker.ts';
import type { Term } from '../../callgraph/terms.ts';
import { isList } from './list-evidence.ts';

/** A call whose cost grows with the list it is made on. */
export interface SearchCall {
  readonly list: Term;
  readonly does: 'searches' | 'sorts' | 'moves';
}

const byPredicate = new Set(['find', 'findIndex', 'findLast', 'findLastIndex', 'some', 'filter']);
const byValue = new Set(['includes', 'indexOf', 'lastIndexOf']);
const sorting = new Set(['sort', 'toSorted']);
/** Only these can become a look-up. */
const compares = /[!=]==?|isEqual\(|\.equals\(/;

/** The method is, as far as is known, the list's own: not one of the project, a client or a package. */
const isOwnMethod = (linker: Linker, file: FileFacts, callee: Extract<Term, { kind: 'member' }>): boolean =>
  linker.values(file, callee).every(({ kind }) => kind === 'external') &&
  linker.values(file, callee.object).every((value) => value.kind === 'list' || value.kind === 'members' || (value.kind === 'external' && value.module === ''));

const isFilledFromData = (file: FileFacts, list: Term): boolean => {
  if (list.kind !== 'binding') return false;
  const value = file.bindings[list.id];
  const options = value.kind === 'either' ? value.options : [value];
  return options.some(({ kind }) => kind === 'array' || kind === 'call') && options.every((option) => option.kind !== 'array' || option.items.some(({ kind }) => kind === 'element'));
};

const moves = (file: FileFacts, name: string, list: Term, { args }: EventFacts): boolean => {
  if (name === 'unshift') return true;
  if (name === 'splice') return args[0]?.text === '0' && isFilledFromData(file, list);
  return name === 'shift' && isFilledFromData(file, list);
};

/** What an event does to a list, when its cost grows with that list; `null` for all others. */
export const readSearchCall = (linker: Linker, file: FileFacts, event: EventFacts): SearchCall | null => {
  const { term, args } = event;
  if (term.kind !== 'call' || term.callee.kind !== 'member') return null;
  const { object: list, name } = term.callee;
  if (byPredicate.has(name)) {
    const compared = args.length === 1 && args[0].term.kind === 'function' && compares.test(args[0].text);
    return compared && isOwnMethod(linker, file, term.callee) ? { list, does: 'searches' } : null;
  }
  const does = byValue.has(name) && args.length > 0 ? 'searches' : sorting.has(name) ? 'sorts' : moves(file, name, list, event) ? 'moves' : null;
  return does !== null && isList(linker, file, list) && isOwnMethod(linker, file, term.callee) ? { list, does } : null;
};

/** The list is itself the answer of such a call, as in `rows.filter(…).find(…)`: that one is the finding. */
export const isChained = ({ list }: SearchCall): boolean => list.kind === 'call' && list.callee.kind === 'member' && (byPredicate.has(list.callee.name) || list.callee.name === 'map');
