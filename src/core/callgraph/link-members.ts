import { shapeMember } from './ask-catalogue.ts';
import type { DecoratorFacts, FieldFacts, FileFacts } from './facts.ts';
import { namespaceMember } from './link-namespaces.ts';
import { type Links, listOf } from './links.ts';
import type { Value } from './value.ts';

/** More classes behind an interface are not told apart. */
const mostImplementations = 5;

/** What a member of a value is. */
export const memberValues = (links: Links, value: Value, name: string): readonly Value[] => {
  switch (value.kind) {
    case 'shape':
      return listOf(shapeMember(value.client, value.shape, name));
    case 'external':
      return externalMember(links, value, name);
    case 'file':
      return links.exported(value.file, name);
    case 'object':
      return objectMember(links, value, name);
    case 'class':
      return staticMember(links, value.file, value.id, name);
    case 'instance':
      return instanceMember(links, value.file, value.id, name);
    case 'interface':
      return interfaceMember(links, value.file, value.name, name);
    case 'members': {
      const type = value.type.members.get(name);
      return type ? links.typeValues(value.file, type) : [];
    }
    case 'function':
    case 'run':
      return name === 'bind' || name === 'call' || name === 'apply' ? [value] : [];
    case 'namespace':
      return namespaceMember(links, value.file, value.binding, name);
    case 'result':
    case 'list':
      return [];
  }
};

const externalMember = (links: Links, { module, path }: Extract<Value, { kind: 'external' }>, name: string): readonly Value[] => {
  const known = links.catalogue.findExport(module, path);
  const value = known?.exported.value;
  const member = known && value !== undefined ? shapeMember(known.client, value, name) : null;
  return [member ?? { kind: 'external', module, path: [...path, name] }];
};

const objectMember = (links: Links, { file, term }: Extract<Value, { kind: 'object' }>, name: string): readonly Value[] => {
  const member = term.members.get(name);
  if (member) return links.values(file, member);
  return term.spreads.flatMap((spread) => links.values(file, spread)).flatMap((value) => links.member(value, name));
};

const staticMember = (links: Links, file: FileFacts, id: number, name: string): readonly Value[] => {
  const { statics, superClass } = file.classes[id];
  const own = statics.get(name);
  if (own) return links.values(file, own);
  return links.values(file, superClass).flatMap((value) => links.member(value, name));
};

const instanceMember = (links: Links, file: FileFacts, id: number, name: string): readonly Value[] => {
  const { methods, fields, statics, superClass } = file.classes[id];
  const method = methods.get(name);
  if (method !== undefined) return [{ kind: 'function', file, id: method }];
  const field = fields.get(name);
  if (field) return fieldValues(links, file, field);
  const own = statics.get(name);
  if (own) return links.values(file, own);
  return links.values(file, superClass).flatMap((value) => links.instance(value)).flatMap((value) => links.member(value, name));
};

const fieldValues = (links: Links, file: FileFacts, { type, value, decorators }: FieldFacts): readonly Value[] => {
  const injected = decorators.flatMap((decorator) => injectedValues(links, file, decorator));
  const typed = links.typeValues(file, type);
  const held = links.values(file, value);
  // The type of a function says what it gives; the function itself also what it does.
  if (typed.every(({ kind }) => kind === 'result') && held.some(({ kind }) => kind === 'function')) return held;
  const [first] = [typed, injected, held].filter((values) => values.some(({ kind }) => kind !== 'external'));
  return first ?? [];
};

const injectedValues = (links: Links, file: FileFacts, { callee, args }: DecoratorFacts): readonly Value[] => {
  const [decorator] = links.values(file, callee);
  if (decorator?.kind !== 'external') return [];
  const name = decorator.path.at(-1) ?? '';
  const token = args[0];
  if (name === 'Inject' && token) return links.values(file, token).flatMap((value) => links.instance(value));
  return listOf(links.catalogue.injectedShape(decorator.module, name));
};

const interfaceMember = (links: Links, file: FileFacts, interfaceName: string, name: string): readonly Value[] => {
  const facts = file.interfaces.get(interfaceName);
  const type = facts?.members.get(name);
  const declared = type && type.kind !== 'result' ? links.typeValues(file, type) : [];
  if (declared.length > 0) return declared;
  const inherited = (facts?.bases ?? []).flatMap((base) => links.typeValues(file, base)).flatMap((value) => links.member(value, name));
  if (inherited.length > 0) return inherited;
  const classes = implementations(links, interfaceName);
  return classes.length > mostImplementations ? [] : classes.flatMap((value) => links.member(value, name));
};

const implementations = (links: Links, name: string): readonly Value[] =>
  links.host.filesDeriving(name).flatMap((path) => {
    const file = links.host.facts(path);
    return (file?.classes ?? []).flatMap((facts) =>
      file && facts.interfaces.some((type) => type.kind === 'named' && type.path.at(-1) === name) ? [{ kind: 'instance', file, id: facts.id } as const] : [],
    );
  });
