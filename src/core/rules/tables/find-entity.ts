import type { FileFacts } from '../../callgraph/facts.ts';
import type { Linker } from '../../callgraph/linker.ts';
import type { Term, TypeTerm } from '../../callgraph/terms.ts';

/** A class of the project. */
export interface Entity {
  readonly file: FileFacts;
  readonly id: number;
}

const classOf = (linker: Linker, file: FileFacts, term: Term | undefined): Entity | null => {
  const value = term && linker.values(file, term).find(({ kind }) => kind === 'class');
  return value?.kind === 'class' ? { file: value.file, id: value.id } : null;
};

/** `Repository<User>` → `User`. */
const typedEntity = (linker: Linker, file: FileFacts, type: TypeTerm): Entity | null => {
  if (type.kind !== 'named' || !/Repository$/.test(type.path.at(-1) ?? '') || type.args.length !== 1) return null;
  const value = linker.typeValues(file, type.args[0]).find(({ kind }) => kind === 'instance');
  return value?.kind === 'instance' ? { file: value.file, id: value.id } : null;
};

const fieldEntity = (linker: Linker, file: FileFacts, classId: number, name: string): Entity | null => {
  const field = file.classes[classId]?.fields.get(name);
  if (!field) return null;
  const injected = field.decorators.map(({ args }) => classOf(linker, file, args[0])).find((found) => found !== null);
  return injected ?? typedEntity(linker, file, field.type) ?? repositoryEntity(linker, file, field.value);
};

/** The entity a repository stands for: injected, by its written type, or by the call that gave it. */
export const repositoryEntity = (linker: Linker, file: FileFacts, term: Term, depth = 0): Entity | null => {
  if (depth > 4) return null;
  switch (term.kind) {
    case 'binding':
      return repositoryEntity(linker, file, file.bindings[term.id], depth + 1);
    case 'typed':
      return typedEntity(linker, file, term.type);
    case 'either':
      return term.options.map((option) => repositoryEntity(linker, file, option, depth + 1)).find((found) => found !== null) ?? null;
    case 'member':
      return term.object.kind === 'this' ? fieldEntity(linker, file, term.object.classId, term.name) : null;
    case 'call':
      return term.callee.kind === 'member' && term.callee.name === 'getRepository' ? classOf(linker, file, term.args[0]) : null;
    default:
      return null;
  }
};
