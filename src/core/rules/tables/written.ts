import type { FileFacts, Span } from '../../callgraph/facts.ts';
import type { Term } from '../../callgraph/terms.ts';

export type Written = Extract<Term, { kind: 'object' }>;
export type CallTerm = Extract<Term, { kind: 'call' | 'new' }>;

/** An object all of whose members are written out. */
export const written = (term: Term | undefined): Written | null => (term?.kind === 'object' && term.spreads.length === 0 ? term : null);

export const isTrue = (term: Term | undefined): boolean => term?.kind === 'text' && term.text !== 'false' && term.text !== 'null';

/** Text of a literal; `''` for anything else. */
export const textOf = (term: Term | undefined): string => (term?.kind === 'text' ? term.text : '');

/** Where the first call of its kind stands. */
export const spanOfCall = (file: FileFacts, isIt: (call: CallTerm) => boolean): Span | null => {
  for (const { events } of file.functions) for (const { term, span } of events) if ((term.kind === 'call' || term.kind === 'new') && isIt(term)) return span;
  return null;
};

/** Calls of a method on a name of the file: `schema.index(…)`. */
export const callsOn = (file: FileFacts, binding: number, method: string): readonly CallTerm[] =>
  file.functions.flatMap(({ events }) => events.flatMap(({ term }) => (term.kind === 'call' && term.callee.kind === 'member' && term.callee.name === method && term.callee.object.kind === 'binding' && term.callee.object.id === binding ? [term] : [])));

/** The calls of a chain, the last one first: `find(…).sort(…)` → sort, find. */
export const callChain = (term: Term): readonly Extract<Term, { kind: 'call' }>[] => {
  if (term.kind !== 'call') return [];
  return [term, ...(term.callee.kind === 'member' ? callChain(term.callee.object) : [])];
};

export const methodOf = ({ callee }: CallTerm): string => (callee.kind === 'member' ? callee.name : '');
