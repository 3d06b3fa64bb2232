import { calleeName } from './callee-name.ts';
import type { FileFacts } from './facts.ts';
import type { Term } from './terms.ts';

export type CallTerm = Extract<Term, { kind: 'call' | 'new' }>;

const indexes = new WeakMap<FileFacts, ReadonlyMap<string, readonly CallTerm[]>>();

const readIndex = (file: FileFacts): ReadonlyMap<string, readonly CallTerm[]> => {
  const found = new Map<string, CallTerm[]>();
  for (const { events } of file.functions) {
    for (const { term } of events) {
      if (term.kind !== 'call' && term.kind !== 'new') continue;
      const name = calleeName(file, term);
      const known = found.get(name);
      if (known) known.push(term);
      else found.set(name, [term]);
    }
  }
  return found;
};

/** The calls of a file by the name of what they call; `''` for callees without one, as `require('./a')(b)`. */
export const callsByName = (file: FileFacts, name: string): readonly CallTerm[] => {
  const known = indexes.get(file) ?? readIndex(file);
  indexes.set(file, known);
  return known.get(name) ?? [];
};
