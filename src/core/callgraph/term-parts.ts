import type { Term } from './terms.ts';

/** The expressions an expression is made of; what a name stands for and the body of a function are none. */
export const partsOf = (term: Term): readonly Term[] => {
  switch (term.kind) {
    case 'call':
    case 'new':
      return [term.callee, ...term.args];
    case 'tag':
      return [term.callee];
    case 'member':
      return [term.object];
    case 'element':
      return [term.of];
    case 'either':
      return term.options;
    case 'array':
      return term.items;
    case 'object':
      return [...term.members.values(), ...term.spreads];
    default:
      return [];
  }
};
