import { calleeName } from './callee-name.ts';
import type { FileFacts, FunctionFacts } from './facts.ts';
import type { Linker } from './linker.ts';
import type { Term } from './terms.ts';

/** A function that calls another one. */
export interface Caller {
  readonly file: FileFacts;
  readonly facts: FunctionFacts;
}

/** A function that more files import is a helper of everybody. */
const mostImporters = 12;

const isNamed = (file: FileFacts, term: Term, name: string): boolean =>
  term.kind === 'binding' ? file.bindingNames[term.id] === name : term.kind === 'member' && term.name === name;

/**
 * The functions that call a function by its name, in its own file and in those that import it.
 * `null` where others may: it has no name, is handed on as a value, or is imported all over.
 */
export const callersOf = (linker: Linker, file: FileFacts, { id, name }: FunctionFacts): readonly Caller[] | null => {
  const importers = linker.host.importers(file.path);
  if (name === '' || name === 'default' || importers.length > mostImporters) return null;
  const isIt = (from: FileFacts, term: Term): boolean => linker.values(from, term).some((value) => value.kind === 'function' && value.file === file && value.id === id);
  const callers: Caller[] = [];
  for (const from of [file, ...importers.flatMap((path) => linker.host.facts(path) ?? [])]) {
    for (const facts of from.functions) {
      for (const { term } of facts.events) {
        if (term.kind !== 'call' && term.kind !== 'new') continue;
        if (term.args.some((arg) => isNamed(from, arg, name) && isIt(from, arg))) return null;
        if (calleeName(from, term) === name && isIt(from, term.callee)) callers.push({ file: from, facts });
      }
    }
  }
  return callers;
};
