import { shapeCallback } from './ask-catalogue.ts';
import { isWithin } from './is-within.ts';
import { type CallTerm, callsByName } from './call-index.ts';
import type { FileFacts } from './facts.ts';
import { type Links, listOf, mostValues } from './links.ts';
import { elementsOf } from './list-elements.ts';
import { isElementCallback } from './list-methods.ts';
import type { Term } from './terms.ts';
import type { FunctionValue, Value } from './value.ts';

type Parameter = Extract<Term, { kind: 'parameter' }>;

/** A function called from more files is a helper of everybody: what it is given could be anything. */
const mostImporters = 12;

/** What a client's object, or an instance of a class that extends it, hands to the function it is given. */
const handedByClient = (links: Links, value: Value, method: string): readonly Value[] => {
  if (value.kind === 'shape') return listOf(shapeCallback(value.client, value.shape, method));
  if (value.kind !== 'instance') return [];
  const { superClass } = value.file.classes[value.id];
  const bases = links.values(value.file, superClass).flatMap((base) => links.instance(base));
  return bases.flatMap((base) => handedByClient(links, base, method));
};

/** What a function of the project hands to the function it is given: `fn(transaction)`. */
const handedByProject = (links: Links, { file, id }: FunctionValue, given: number, index: number): readonly Value[] => {
  const binding = file.functions[id].parameters[given]?.binding ?? -1;
  if (binding < 0) return [];
  const calls = file.functions.filter((facts) => isWithin(file, facts.id, id)).flatMap(({ events }) => events.map(({ term }) => term));
  const args = calls.flatMap((term) => (term.kind === 'call' && term.callee.kind === 'binding' && term.callee.id === binding ? [term.args[index]] : []));
  return args.slice(0, mostValues).flatMap((arg) => (arg ? links.values(file, arg) : []));
};

/** Names a function may be called by; `''` for a module that is a function: `require('./a')(b)`. */
const namesOf = (file: FileFacts, functionId: number): readonly string[] => {
  const { name, classId } = file.functions[functionId];
  if (name === 'constructor' && classId >= 0) return [file.classes[classId].name];
  return file.exported.kind === 'unknown' ? [name] : [name, ''];
};

const isCallOf = (links: Links, from: FileFacts, { callee }: CallTerm, file: FileFacts, functionId: number): boolean =>
  links.values(from, callee).some((value) => (value.kind === 'function' ? value.file === file && value.id === functionId : value.kind === 'class' && value.file === file && value.id === file.functions[functionId].classId));

/** What the calls of a function give it, in its own file and in those that import it. */
const handedByCallers = (links: Links, file: FileFacts, { functionId, index }: Parameter): readonly Value[] => {
  const importers = links.host.importers(file.path);
  if (importers.length > mostImporters) return [];
  const names = namesOf(file, functionId).filter((name) => name !== 'default');
  const files = [file, ...importers.flatMap((path) => links.host.facts(path) ?? [])];
  const found = files.flatMap((from) =>
    names.flatMap((name) => callsByName(from, name)).flatMap((call) => {
      const arg = call.args[index];
      return arg && arg.kind !== 'function' && isCallOf(links, from, call, file, functionId) ? links.values(from, arg) : [];
    }),
  );
  // What a given function does belongs to the caller, which knows how often it is run.
  return [...new Set(found)].filter(({ kind }) => kind !== 'function' && kind !== 'run');
};

/** A parameter without a type is what the calls of its function give it. */
export const parameterValues = (links: Links, file: FileFacts, parameter: Parameter): readonly Value[] => {
  const { passedTo } = file.functions[parameter.functionId];
  if (passedTo?.call.kind !== 'call') return handedByCallers(links, file, parameter);
  const { callee } = passedTo.call;
  const project = links.values(file, callee).find((value) => value.kind === 'function');
  if (project) return handedByProject(links, project, passedTo.index, parameter.index);
  if (callee.kind !== 'member' || parameter.index !== 0) return [];
  const receivers = links.values(file, callee.object);
  const given = receivers.flatMap((value) => handedByClient(links, value, callee.name));
  return given.length > 0 || !isElementCallback(callee.name) ? given : receivers.flatMap(elementsOf);
};
