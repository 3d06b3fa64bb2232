import type { EventFacts, LoopTag } from './facts.ts';
import type { Linker } from './linker.ts';
import { isFixed } from './list-elements.ts';
import type { LoopContext } from './occurrences.ts';

/** A loop with one of these does not run once per element of data. */
const bounded = new Set<LoopTag>(['paging', 'chunked', 'retry', 'constant', 'condition']);

const isChunked = ({ file, iterable }: LoopContext): boolean => {
  let term = iterable;
  for (let steps = 0; steps < 4 && term.kind === 'binding'; steps++) term = file.bindings[term.id];
  if (term.kind !== 'call') return false;
  const { callee } = term;
  const name = callee.kind === 'member' || callee.kind === 'global' ? callee.name : callee.kind === 'binding' ? file.bindingNames[callee.id] : '';
  return /chunk|batch|partition|splitEvery/i.test(name);
};

/** The list is written out in the code: its length does not grow with data. */
const isWrittenOut = (linker: Linker, { file, iterable }: LoopContext): boolean => isFixed(linker.values(file, iterable));

/** The loop runs what stands in it once per element of data. */
export const multiplies = (linker: Linker, loop: LoopContext, { event }: { readonly event: Pick<EventFacts, 'usage'> }): boolean => {
  if (loop.tags.some((tag) => bounded.has(tag))) return false;
  if (loop.tags.includes('fallback') && event.usage !== 'all') return false;
  return !isWrittenOut(linker, loop) && !isChunked(loop);
};
