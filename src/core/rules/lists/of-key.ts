import type { FileFacts } from '../../callgraph/facts.ts';
import type { LoopContext } from '../../callgraph/occurrences.ts';
import type { Term } from '../../callgraph/terms.ts';
import { keyOf, rootOf } from './term-root.ts';
import { isOfTurn } from './turn.ts';

/** What a list is looked up in by a key of this turn: `groups` of `groups.get(key) ?? []` and of `groups[key]`. */
const lookedUpIn = (file: FileFacts, term: Term, loop: LoopContext): Term | null => {
  if (term.kind === 'either') return term.options.map((option) => lookedUpIn(file, option, loop)).find((found) => found !== null) ?? null;
  if (term.kind === 'binding') return isOfTurn(file, term, loop) ? lookedUpIn(file, file.bindings[term.id], loop) : null;
  if (term.kind === 'element') return term.of;
  if (term.kind !== 'call' || term.callee.kind !== 'member' || term.callee.name !== 'get') return null;
  const [key] = term.args;
  return key?.kind === 'binding' && isOfTurn(file, key, loop) ? term.callee.object : null;
};

/** The loop goes over the keys of a collection, and this is the list under the key: all turns together see each list once. */
export const isOfKey = (file: FileFacts, list: Term, loop: LoopContext): boolean => {
  const collection = lookedUpIn(file, list, loop);
  const key = collection === null ? null : keyOf(collection);
  return key !== null && key === keyOf(rootOf(loop.iterable));
};
