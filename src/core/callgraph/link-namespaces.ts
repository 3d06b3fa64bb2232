import { callsByName } from './call-index.ts';
import type { FileFacts } from './facts.ts';
import type { Links } from './links.ts';
import type { Term } from './terms.ts';
import type { Value } from './value.ts';

const mostSteps = 4;

/** `module.exports`, `exports`: what the file itself gives away. */
export const isExportsTerm = (term: Term): boolean =>
  (term.kind === 'global' && term.name === 'exports') || (term.kind === 'member' && term.name === 'exports' && term.object.kind === 'global' && term.object.name === 'module');

const standsFor = (term: Term | undefined, binding: number): boolean => term?.kind === 'binding' && term.id === binding;

/** `Object.assign(api, { load }, other)`: the objects whose members `api` gets too. */
const assignedObjects = (file: FileFacts, binding: number): readonly Term[] =>
  callsByName(file, 'assign').flatMap(({ callee, args }) => (callee.kind === 'member' && callee.object.kind === 'global' && callee.object.name === 'Object' && standsFor(args[0], binding) ? args.slice(1) : []));

/** `require('./load')(api)`, `addLoad(api)`: calls at the top of a file that may write members onto what they are given. */
const fillingCalls = (file: FileFacts, isGiven: (arg: Term) => boolean): { readonly callee: Term; readonly index: number }[] =>
  file.functions[0].events.flatMap(({ term }) => {
    if (term.kind !== 'call' || (term.callee.kind !== 'import' && term.callee.kind !== 'binding')) return [];
    const index = term.args.findIndex(isGiven);
    return index < 0 ? [] : [{ callee: term.callee, index }];
  });

/** A function that is handed over at the top of a file is given to be called, not to be filled. */
const isNamespace = (file: FileFacts, binding: number): boolean =>
  file.assigned.has(binding) || (file.bindings[binding].kind !== 'function' && isHandedOver(file, binding));

const isHandedOver = (file: FileFacts, binding: number): boolean =>
  assignedObjects(file, binding).length > 0 || fillingCalls(file, (arg) => standsFor(arg, binding)).length > 0;

/** An object that gets its members one by one, also in other modules. */
export const namespaceValues = (file: FileFacts, binding: number): readonly Value[] => (isNamespace(file, binding) ? [{ kind: 'namespace', file, binding }] : []);

/** A member that is written onto a name, in this file or by a function it is handed to. */
export const namespaceMember = (links: Links, file: FileFacts, binding: number, name: string, steps = 0): readonly Value[] => {
  const written = file.assigned.get(binding)?.get(name);
  if (written) return links.values(file, written);
  for (const source of assignedObjects(file, binding)) {
    const found = links.values(file, source).flatMap((value) => links.member(value, name));
    if (found.length > 0) return found;
  }
  return filledMember(links, file, (arg) => standsFor(arg, binding), name, steps);
};

const filledMember = (links: Links, file: FileFacts, isGiven: (arg: Term) => boolean, name: string, steps: number): readonly Value[] => {
  if (steps > mostSteps) return [];
  for (const { callee, index } of fillingCalls(file, isGiven)) {
    for (const value of links.values(file, callee)) {
      const binding = value.kind === 'function' ? (value.file.functions[value.id].parameters[index]?.binding ?? -1) : -1;
      const found = value.kind === 'function' && binding >= 0 ? namespaceMember(links, value.file, binding, name, steps + 1) : [];
      if (found.length > 0) return found;
    }
  }
  return [];
};

/** A member of what a file gives away under another name: `const User = module.exports; User.load = …; require('./data')(User)`. */
export const exportsMember = (links: Links, file: FileFacts, name: string): readonly Value[] => {
  for (const binding of file.names.values()) {
    const found = isExportsTerm(file.bindings[binding]) ? namespaceMember(links, file, binding, name) : [];
    if (found.length > 0) return found;
  }
  return filledMember(links, file, isExportsTerm, name, 0);
};
