import type { FileFacts } from '../../callgraph/facts.ts';
import type { Linker } from '../../callgraph/linker.ts';
import type { Term } from '../../callgraph/terms.ts';

/** What a name was made of, and where. */
export interface Traced {
  readonly file: FileFacts;
  readonly term: Term;
  /** The last name on the way; -1 for none. */
  readonly binding: number;
}

const furthest = 12;

/** Follows names and imports to the expression that made a value; a written type beside it is passed over. */
export const traceTerm = (linker: Linker, file: FileFacts, term: Term | undefined, binding = -1, steps = 0): Traced | null => {
  if (!term || steps > furthest) return null;
  if (term.kind === 'binding') return traceTerm(linker, file, file.bindings[term.id], term.id, steps + 1);
  if (term.kind === 'either') return traceTerm(linker, file, term.options.find(({ kind }) => kind !== 'typed' && kind !== 'unknown'), binding, steps + 1);
  if (term.kind !== 'import') return { file, term, binding };
  const path = linker.host.resolve(file.path, term.specifier);
  const target = path === null ? null : linker.host.facts(path);
  return target && traceTerm(linker, target, target.exports.get(term.name), -1, steps + 1);
};
