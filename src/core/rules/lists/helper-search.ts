import type { EventFacts, FileFacts, FunctionFacts } from '../../callgraph/facts.ts';
import type { Linker } from '../../callgraph/linker.ts';
import type { LoopContext, Occurrence } from '../../callgraph/occurrences.ts';
import type { Hop } from '../../callgraph/summarize.ts';
import type { Term } from '../../callgraph/terms.ts';
import type { FunctionValue } from '../../callgraph/value.ts';
import type { RuleContext } from '../rule.ts';
import { readSearchCall } from './search-call.ts';
import { isSmall } from './small-lists.ts';
import { rootOf } from './term-root.ts';
import { isOfElement, isOfTurn } from './turn.ts';

/** A search a function makes once, of a list it does not make itself. */
interface Search {
  readonly list: Term;
  /** The parameter the list is read out of; -1 for a list of the object or of the module. */
  readonly parameter: number;
  readonly hops: readonly Hop[];
}

const deepest = 2;
const known = new WeakMap<FunctionFacts, readonly Search[]>();

const calledFunction = (linker: Linker, file: FileFacts, { term }: EventFacts): FunctionValue | null => {
  if (term.kind !== 'call') return null;
  const values = linker.values(file, term.callee).filter((value) => value.kind === 'function');
  return values.length === 1 ? values[0] : null;
};

/** Which parameter a list comes from; `null` when the function makes it. */
const sourceOf = (file: FileFacts, facts: FunctionFacts, list: Term): number | null => {
  const root = rootOf(list);
  if (root.kind === 'this') return -1;
  if (root.kind !== 'binding') return null;
  if (file.bindingPlaces[root.id].functionId === 0) return -1;
  const parameter = facts.parameters.findIndex(({ binding }) => binding === root.id);
  return parameter >= 0 ? parameter : null;
};

const ownSearch = (linker: Linker, file: FileFacts, facts: FunctionFacts, event: EventFacts): Search | null => {
  const search = readSearchCall(linker, file, event);
  const parameter = search?.does === 'searches' && !isSmall(linker, file, search.list) ? sourceOf(file, facts, search.list) : null;
  return search && parameter !== null ? { list: search.list, parameter, hops: [{ file: file.path, span: event.span, label: event.label }] } : null;
};

const passedSearches = (linker: Linker, file: FileFacts, facts: FunctionFacts, event: EventFacts, depth: number): readonly Search[] => {
  const called = depth < deepest ? calledFunction(linker, file, event) : null;
  if (!called) return [];
  return searchesOf(linker, called.file, called.file.functions[called.id], depth + 1).flatMap(({ list, parameter, hops }) => {
    const own = { file: file.path, span: event.span, label: event.label };
    const arg = parameter < 0 ? null : event.args[parameter]?.term;
    if (arg === null) return [{ list, parameter, hops: [own, ...hops] }];
    const source = arg ? sourceOf(file, facts, arg) : null;
    return arg && source !== null ? [{ list: arg, parameter: source, hops: [own, ...hops] }] : [];
  });
};

const searchesOf = (linker: Linker, file: FileFacts, facts: FunctionFacts, depth: number): readonly Search[] => {
  const before = known.get(facts);
  if (before) return before;
  known.set(facts, []);
  const found = facts.events.filter(({ loops, memoised }) => loops.length === 0 && !memoised).flatMap((event) => ownSearch(linker, file, facts, event) ?? passedSearches(linker, file, facts, event, depth));
  known.set(facts, found);
  return found;
};

/** The receiver is what the loop goes over, so the list may be its own. */
const isOwnOfElement = ({ file, event: { term } }: Occurrence, loops: readonly LoopContext[]): boolean => {
  const receiver = term.kind === 'call' && term.callee.kind === 'member' ? term.callee.object : null;
  return receiver !== null && loops.some((loop) => isOfTurn(file, receiver, loop) || isOfElement(file, receiver, loop));
};

/** The way from a call in a loop to a search of a list that stays the same while the loop runs. */
export const findHelperSearch = (occurrence: Occurrence, loop: LoopContext, { linker }: RuleContext): readonly Hop[] | null => {
  const { file, event, loops, inside, root } = occurrence;
  const called = calledFunction(linker, file, event);
  if (!called || called.file.functions[called.id].isAsync || called.id === inside.id || called.id === root.id) return null;
  const search = searchesOf(linker, called.file, called.file.functions[called.id], 1).find(({ list, parameter }) => {
    if (parameter < 0) return rootOf(list).kind !== 'this' || !isOwnOfElement(occurrence, loops);
    const arg = event.args[parameter]?.term;
    return arg !== undefined && !isSmall(linker, file, arg) && !isOfTurn(file, arg, loop) && !loops.some((outer) => isOfElement(file, arg, outer));
  });
  return search ? [{ file: file.path, span: event.span, label: event.label }, ...search.hops] : null;
};
