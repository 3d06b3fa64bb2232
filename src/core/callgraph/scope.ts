import type { TSESTree } from '@typescript-eslint/types';
import type { ScopePlace } from './facts.ts';
import type { Term } from './terms.ts';

/** Names of a block or function, and the scope around it. */
export class Scope {
  readonly parent: Scope | null;
  readonly place: ScopePlace;
  readonly names = new Map<string, number>();
  constructor(parent: Scope | null, place: ScopePlace) {
    this.parent = parent;
    this.place = place;
  }

  lookup(name: string): number | undefined {
    const own = this.names.get(name);
    return own ?? this.parent?.lookup(name);
  }
}

/** Gives each declared name of a file a number and what it stands for. */
export class Bindings {
  readonly terms: Term[] = [];
  readonly names: string[] = [];
  readonly places: ScopePlace[] = [];

  declare(scope: Scope, name: string): number {
    const known = scope.names.get(name);
    if (known !== undefined) return known;
    const id = this.terms.push({ kind: 'unknown' }) - 1;
    this.names.push(name);
    this.places.push(scope.place);
    scope.names.set(name, id);
    return id;
  }

  /** A second value does not replace the first: the name stands for either. */
  assign(id: number, term: Term): void {
    const before = this.terms[id];
    if (term.kind === 'unknown') return;
    this.terms[id] = before.kind === 'unknown' ? term : { kind: 'either', options: before.kind === 'either' ? [...before.options.slice(0, 4), term] : [before, term] };
  }
}

/** Each name a pattern binds, with the way from the whole value to it. */
export const patternNames = (pattern: TSESTree.Node, value: Term, found: (name: string, value: Term, node: TSESTree.Node) => void): void => {
  switch (pattern.type) {
    case 'Identifier':
      return found(pattern.name, value, pattern);
    case 'AssignmentPattern':
      return patternNames(pattern.left, value, found);
    case 'RestElement':
      return patternNames(pattern.argument, value, found);
    case 'TSParameterProperty':
      return patternNames(pattern.parameter, value, found);
    case 'ArrayPattern':
      for (const item of pattern.elements) if (item) patternNames(item, { kind: 'element', of: value }, found);
      return;
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') patternNames(property.argument, value, found);
        else if (property.key.type === 'Identifier' && !property.computed) patternNames(property.value, { kind: 'member', object: value, name: property.key.name }, found);
      }
      return;
    default:
  }
};
