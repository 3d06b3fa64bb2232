import type { FileFacts, FunctionFacts } from '../callgraph/facts.ts';
import { isExportsTerm } from '../callgraph/link-namespaces.ts';
import { partsOf } from '../callgraph/term-parts.ts';
import type { Term } from '../callgraph/terms.ts';

/** All that can be named from some terms inside one file, step by step. */
class Named {
  readonly functions = new Set<number>();
  readonly bindings = new Set<number>();
  readonly #file: FileFacts;

  constructor(file: FileFacts) {
    this.#file = file;
  }

  add(term: Term): void {
    if (term.kind === 'function') this.addFunction(term.id);
    else if (term.kind === 'class') this.#addClass(term.id);
    else if (term.kind === 'binding') this.#addBinding(term.id);
    else for (const part of partsOf(term)) this.add(part);
  }

  addFunction(id: number): void {
    if (this.functions.has(id)) return;
    this.functions.add(id);
    for (const { term, args } of this.#file.functions[id].events) for (const part of [term, ...args.map((arg) => arg.term)]) this.add(part);
    for (const inner of this.#file.functions) if (inner.parent === id && id !== 0) this.addFunction(inner.id);
  }

  #addClass(id: number): void {
    const { methods, statics, fields } = this.#file.classes[id];
    for (const method of methods.values()) this.addFunction(method);
    for (const value of [...statics.values(), ...[...fields.values()].map((field) => field.value)]) this.add(value);
  }

  #addBinding(id: number): void {
    if (this.bindings.has(id)) return;
    this.bindings.add(id);
    this.add(this.#file.bindings[id]);
  }
}

const namedFrom = (file: FileFacts, term: Term): Named => {
  const named = new Named(file);
  named.add(term);
  return named;
};

const isRun = (file: FileFacts, term: Term): boolean => {
  const value = term.kind === 'binding' ? file.bindings[term.id] : term;
  return ['function', 'class', 'object', 'new', 'call'].includes(value.kind);
};

/** By name, as members of `module.exports`, or written onto it: `const api = module.exports; api.load = …`. */
const exportedTerms = (file: FileFacts): readonly Term[] => {
  const named = file.exported.kind === 'object' ? file.exported.members.values() : [file.exported];
  const written = [...file.assigned].flatMap(([id, members]) => (isExportsTerm(file.bindings[id]) ? [...members.values()] : []));
  return [...file.exports.values(), ...named, ...written];
};

/** At least half of what the file exports to be run comes to this function: then the file is loaded for its sake. */
export const isWhatForFile = (file: FileFacts, user: FunctionFacts): boolean => {
  const exported = exportedTerms(file).filter((term) => isRun(file, term));
  const using = exported.filter((term) => namedFrom(file, term).functions.has(user.id));
  return using.length * 2 >= exported.length && using.length > 0;
};

/** The function calls something of the module: what it names in types only is not loaded. */
export const callsModule = (file: FileFacts, user: FunctionFacts, module: string): boolean => {
  const named = new Named(file);
  named.addFunction(user.id);
  return [...named.bindings].some((id) => {
    const value = file.bindings[id];
    return value.kind === 'import' && value.specifier === module;
  });
};

/** `export * from`, `export { x } from`: it is loaded for others. */
export const isHandedOn = (file: FileFacts, module: string): boolean =>
  file.stars.includes(module) || [...file.exports.values()].some((term) => term.kind === 'import' && term.specifier === module);
