import type { FileFacts, ScopePlace } from '../../callgraph/facts.ts';
import { isWithin } from '../../callgraph/is-within.ts';
import type { LoopContext } from '../../callgraph/occurrences.ts';
import type { Term } from '../../callgraph/terms.ts';
import { rootOf } from './term-root.ts';

const isDeclaredIn = (file: FileFacts, { functionId, depth }: ScopePlace, { turn }: LoopContext): boolean =>
  functionId === turn.functionId ? depth >= turn.depth : turn.functionId >= 0 && isWithin(file, functionId, turn.functionId);

/** The value is made, or taken, anew in each turn of the loop. */
export const isOfTurn = (file: FileFacts, term: Term, loop: LoopContext): boolean => {
  const root = rootOf(term);
  if (root.kind === 'binding') return isDeclaredIn(file, file.bindingPlaces[root.id], loop);
  return root.kind !== 'this' && root.kind !== 'global' && root.kind !== 'import';
};

const furthest = 8;

/** The value belongs to what the loop goes over: its element, or something read out of that. What a function of its own gives does not. */
export const isOfElement = (file: FileFacts, term: Term, loop: LoopContext, steps = 0): boolean => {
  const root = rootOf(term);
  if (root.kind !== 'binding' || steps > furthest || !isDeclaredIn(file, file.bindingPlaces[root.id], loop)) return false;
  const value = file.bindings[root.id];
  const options = value.kind === 'either' ? value.options : [value];
  return options.every((option) => {
    const origin = rootOf(option);
    if (origin.kind === 'binding') return option.kind === 'element' || option.kind === 'member' || isOfElement(file, option, loop, steps + 1);
    return origin.kind === 'unknown' || origin.kind === 'typed' || origin.kind === 'parameter';
  });
};
