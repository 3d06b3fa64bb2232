import type { FileFacts } from '../../callgraph/facts.ts';
import type { Linker } from '../../callgraph/linker.ts';
import type { Term } from '../../callgraph/terms.ts';
import { keyOf } from './term-root.ts';

/** Methods that texts don't have. */
const ofLists = new Set(['push', 'pop', 'shift', 'unshift', 'splice', 'map', 'filter', 'forEach', 'reduce', 'some', 'every', 'find', 'findIndex', 'sort', 'join', 'flatMap', 'flat', 'reverse', 'fill']);
/** Methods that give lists, whatever they are called on. */
const givingLists = new Set(['map', 'filter', 'flatMap', 'flat', 'split', 'sort', 'reverse', 'toSorted', 'splice', 'toArray', 'findMany', 'findAll', 'pluck']);
const givingFromGlobals = /^(?:Object\.(?:keys|values|entries|getOwnPropertyNames)|Array\.(?:from|of)|Array)$/;

const usedAsLists = new WeakMap<FileFacts, ReadonlySet<string>>();

/** What has a list's own method called on it somewhere in the file. */
const listsOf = (file: FileFacts): ReadonlySet<string> => {
  const known = usedAsLists.get(file);
  if (known) return known;
  const found = new Set<string>();
  for (const { events } of file.functions) {
    for (const { term } of events) {
      if (term.kind !== 'call' || term.callee.kind !== 'member' || !ofLists.has(term.callee.name)) continue;
      const key = keyOf(term.callee.object);
      if (key !== null) found.add(key);
    }
  }
  usedAsLists.set(file, found);
  return found;
};

const givesList = (term: Extract<Term, { kind: 'call' | 'new' }>): boolean => {
  const { callee } = term;
  if (callee.kind === 'global') return callee.name === 'Array';
  if (callee.kind !== 'member') return false;
  return givingLists.has(callee.name) || (callee.object.kind === 'global' && givingFromGlobals.test(`${callee.object.name}.${callee.name}`));
};

const furthest = 6;

/** Something in the code says that this is a list, and no text: its value, its written type, or what is called on it. */
export const isList = (linker: Linker, file: FileFacts, term: Term, steps = 0): boolean => {
  if (steps > furthest) return false;
  const key = keyOf(term);
  if (key !== null && listsOf(file).has(key)) return true;
  if (linker.values(file, term).some(({ kind }) => kind === 'list')) return true;
  switch (term.kind) {
    case 'array':
      return true;
    case 'call':
    case 'new':
      return givesList(term);
    case 'either':
      return term.options.some((option) => isList(linker, file, option, steps + 1));
    case 'binding':
      return isList(linker, file, file.bindings[term.id], steps + 1);
    default:
      return false;
  }
};
