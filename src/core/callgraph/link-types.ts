import type { FileFacts } from './facts.ts';
import { deepest, type Links } from './links.ts';
import type { Term, TypeTerm } from './terms.ts';
import type { Value } from './value.ts';

/** Types that stand for what they hold. */
const wrappers = new Set(['Promise', 'Partial', 'Readonly', 'Required', 'Omit', 'Pick', 'NonNullable', 'Awaited', 'Ref', 'WrapperType', 'Relation', 'Exclude', 'Extract', 'PromiseLike', 'Observable']);

/** What a value of a written type is. */
export const valuesOfType = (links: Links, file: FileFacts, type: TypeTerm, depth: number): readonly Value[] => {
  if (depth > deepest) return [];
  switch (type.kind) {
    case 'named':
      return namedType(links, file, type, depth);
    case 'list':
      return [{ kind: 'list', of: links.typeValues(file, type.of, depth + 1), fixed: false }];
    case 'union':
      return type.options.flatMap((option) => links.typeValues(file, option, depth + 1));
    case 'value':
      return links.values(file, type.term);
    case 'members':
      return [{ kind: 'members', file, type }];
    case 'result':
      return [{ kind: 'result', file, type: type.type }];
    case 'unknown':
      return [];
  }
};

const namedType = (links: Links, file: FileFacts, { path, args }: Extract<TypeTerm, { kind: 'named' }>, depth: number): readonly Value[] => {
  const [name, ...rest] = path;
  const [first] = args;
  if (wrappers.has(name) && first) return links.typeValues(file, first, depth + 1);
  if (name === 'ReturnType' && first) return links.typeValues(file, first, depth + 1).flatMap((value) => links.result(value));
  if (name === 'InstanceType' && first) return links.typeValues(file, first, depth + 1).flatMap((value) => links.instance(value));
  return typeByName(links, file, { name, rest, depth, seen: new Set() });
};

interface NamedQuestion {
  readonly name: string;
  /** Names below it: `Prisma.TransactionClient`. */
  readonly rest: readonly string[];
  readonly depth: number;
  /** Files asked for it, so that those that re-export each other in circles are asked once. */
  readonly seen: Set<FileFacts>;
}

const typeByName = (links: Links, file: FileFacts, question: NamedQuestion): readonly Value[] => {
  const { name, depth, seen } = question;
  seen.add(file);
  if (file.interfaces.has(name)) return [{ kind: 'interface', file, name }];
  const alias = file.types.get(name);
  if (alias) return links.typeValues(file, alias, depth + 1);
  const binding = file.names.get(name);
  const term = binding === undefined ? file.exports.get(name) : file.bindings[binding];
  if (term?.kind === 'import') return importedType(links, file, term, question);
  if (term) return links.values(file, term).flatMap((value) => links.instance(value));
  for (const specifier of file.stars) {
    const found = importedType(links, file, { kind: 'import', specifier, name }, question);
    if (found.length > 0) return found;
  }
  return [];
};

const importedType = (links: Links, file: FileFacts, { specifier, name }: Extract<Term, { kind: 'import' }>, { rest, depth, seen }: NamedQuestion): readonly Value[] => {
  const path = links.host.resolve(file.path, specifier);
  if (path === null) return links.instance({ kind: 'external', module: links.host.packageName(file.path, specifier), path: name === '*' ? rest : [name, ...rest] });
  const module = links.catalogue.moduleOf(path, name);
  if (module !== null) return links.instance({ kind: 'external', module, path: [name, ...rest] });
  const target = links.host.facts(path);
  if (!target || seen.has(target) || depth > deepest) return [];
  if (name === '*' && rest.length > 0) return typeByName(links, target, { name: rest[0], rest: rest.slice(1), depth: depth + 1, seen });
  if (name === 'default') return links.exported(target, 'default').flatMap((value) => links.instance(value));
  return typeByName(links, target, { name, rest, depth: depth + 1, seen });
};
