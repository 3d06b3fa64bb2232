import type { FileFacts } from '../../callgraph/facts.ts';
import type { Term } from '../../callgraph/terms.ts';

const first = (options: readonly Term[]): Term => options.find(({ kind }) => kind !== 'typed') ?? options[0];

/** What an expression is read out of: of `[...byId.values()].map(f)` it is `byId`, of `Object.keys(row.tags)` it is `row`. */
export const rootOf = (term: Term): Term => {
  switch (term.kind) {
    case 'member':
      return rootOf(term.object);
    case 'element':
      return rootOf(term.of);
    case 'either':
      return rootOf(first(term.options));
    case 'array':
      return term.items.length === 1 && term.items[0].kind === 'element' ? rootOf(term.items[0]) : term;
    case 'call': {
      if (term.callee.kind !== 'member') return term;
      const { object } = term.callee;
      return object.kind === 'global' ? (term.args[0] ? rootOf(term.args[0]) : term) : rootOf(object);
    }
    default:
      return term;
  }
};

/** A name for the same thing written twice: `this.rows`, `state.items`; `null` for what is computed. */
export const keyOf = (term: Term): string | null => {
  if (term.kind === 'binding') return String(term.id);
  if (term.kind === 'this') return `this${term.classId}`;
  if (term.kind !== 'member') return null;
  const object = keyOf(term.object);
  return object === null ? null : `${object}.${term.name}`;
};

/** The names of an expression, for messages: `byId.values`. */
export const namesOf = (file: FileFacts, term: Term): readonly string[] => {
  switch (term.kind) {
    case 'binding':
      return [file.bindingNames[term.id]];
    case 'global':
      return [term.name];
    case 'this':
      return ['this'];
    case 'member':
      return [...namesOf(file, term.object), term.name];
    case 'call':
      return term.callee.kind === 'member' && term.callee.object.kind === 'global' && term.args[0] ? namesOf(file, term.args[0]) : namesOf(file, term.callee);
    case 'element':
      return namesOf(file, term.of);
    case 'either':
      return namesOf(file, first(term.options));
    case 'array':
      return term.items.length === 1 ? namesOf(file, term.items[0]) : [];
    default:
      return [];
  }
};
