import { Catalogue } from './catalogue.ts';
import type { FileFacts } from './facts.ts';
import { calledValues, instanceValues, resultValues } from './link-calls.ts';
import { exportedValues, importedValues } from './link-imports.ts';
import { memberValues } from './link-members.ts';
import { classByName } from './link-by-name.ts';
import { isExportsTerm, namespaceValues } from './link-namespaces.ts';
import { parameterValues } from './link-parameters.ts';
import { elementsOf, isFixed } from './list-elements.ts';
import { valuesOfType } from './link-types.ts';
import { deepest, type Links, mostValues } from './links.ts';
import type { ProjectHost } from './project-host.ts';
import type { Term, TypeTerm } from './terms.ts';
import type { Value } from './value.ts';

/** Finds what expressions stand for, across files. Answers are remembered; a question that leads back to itself has no answer. */
export class Linker implements Links {
  readonly host: ProjectHost;
  readonly catalogue: Catalogue;
  readonly #known = new Map<Term, readonly Value[]>();
  readonly #knownTypes = new Map<TypeTerm, readonly Value[]>();
  /** Open questions, by how deep they were asked. */
  readonly #asking = new Map<Term, number>();
  /** Empty answers that questions still open cut short; dropped when the outermost of those closes. */
  readonly #partial = new Set<Term>();
  /** How deep the outermost question stands that cut short a partial answer. */
  #partialBy = Infinity;
  /** The same for what the current question has asked. */
  #cutBy = Infinity;
  readonly #knownMembers = new Map<Term, Map<string, readonly Value[]>>();
  /** Members asked for within members: a class may extend itself. */
  #within = 0;

  constructor(host: ProjectHost) {
    this.host = host;
    this.catalogue = new Catalogue(host.clients);
  }

  values(file: FileFacts, term: Term): readonly Value[] {
    const known = this.#known.get(term);
    if (known) return known;
    const depth = this.#asking.size;
    const cutBy = this.#asking.get(term) ?? (this.#partial.has(term) ? this.#partialBy : depth > deepest ? 0 : undefined);
    if (cutBy !== undefined) {
      this.#cutBy = Math.min(this.#cutBy, cutBy);
      return [];
    }
    return this.#ask(file, term, depth);
  }

  #ask(file: FileFacts, term: Term, depth: number): readonly Value[] {
    const outer = this.#cutBy;
    this.#cutBy = Infinity;
    this.#asking.set(term, depth);
    const found = this.#find(file, term);
    this.#asking.delete(term);
    const values = found.length > mostValues ? [] : found;
    const isWhole = this.#cutBy >= depth;
    if (isWhole || values.length > 0) this.#known.set(term, values);
    else this.#keepPartial(term);
    if (depth <= this.#partialBy) this.#dropPartial();
    this.#cutBy = isWhole ? outer : Math.min(outer, this.#cutBy);
    return values;
  }

  #keepPartial(term: Term): void {
    this.#partial.add(term);
    this.#partialBy = Math.min(this.#partialBy, this.#cutBy);
  }

  #dropPartial(): void {
    this.#partial.clear();
    this.#partialBy = Infinity;
  }

  #find(file: FileFacts, term: Term): readonly Value[] {
    switch (term.kind) {
      case 'binding':
        return [...this.#orConvention(this.values(file, file.bindings[term.id]), file.bindingNames[term.id]), ...namespaceValues(file, term.id)];
      case 'global':
        return isExportsTerm(term) ? [{ kind: 'file', file }] : [{ kind: 'external', module: '', path: [term.name] }];
      case 'import':
        return importedValues(this, file, term.specifier, term.name);
      case 'member':
        return isExportsTerm(term) ? [{ kind: 'file', file }] : this.#orConvention(this.#memberOfTerm(file, term), term.name);
      case 'call':
        return calledValues(this, file, term);
      case 'tag':
        return this.values(file, term.callee).flatMap((value) => this.result(value));
      case 'new':
        return this.values(file, term.callee).flatMap((value) => this.instance(value));
      case 'function':
      case 'class':
        return [{ kind: term.kind, file, id: term.id }];
      case 'object':
        return [{ kind: 'object', file, term }];
      case 'array':
        return [{ kind: 'list', of: term.items.slice(0, mostValues).flatMap((item) => this.values(file, item)), fixed: term.items.length > 0 && term.items.every((item) => item.kind !== 'element' || isFixed(this.values(file, item.of))) }];
      case 'typed':
        return this.typeValues(file, term.type);
      case 'element':
        return this.values(file, term.of).flatMap(elementsOf);
      case 'either':
        return this.#either(file, term.options);
      case 'this':
        return term.classId >= 0 ? [{ kind: 'instance', file, id: term.classId }] : [];
      case 'parameter':
        return parameterValues(this, file, term);
      case 'text':
      case 'unknown':
        return [];
    }
  }

  #either(file: FileFacts, options: readonly Term[]): readonly Value[] {
    const [first, ...others] = options.map((option) => this.values(file, option)).filter((values) => values.length > 0);
    if (!first || others.length === 0) return first ?? [];
    if (options[0].kind !== 'typed') return [...new Set([first, ...others].flat())];
    // `const kinds: Kind[] = [a, b]`: the type says what it holds, the value that it is written out.
    const isFixed = others.flat().every((value) => value.kind === 'list' && value.fixed);
    return isFixed ? first.map((value) => (value.kind === 'list' ? { ...value, fixed: true } : value)) : first;
  }

  #orConvention(values: readonly Value[], name: string): readonly Value[] {
    if (values.length > 0 && !values.every((value) => value.kind === 'external' && value.module === '')) return values;
    const value = this.catalogue.conventionalValue(name, (modules) => this.host.uses(modules)) ?? classByName(this.host, name);
    return value ? [value] : values;
  }

  #memberOfTerm(file: FileFacts, { object, name }: Extract<Term, { kind: 'member' }>): readonly Value[] {
    const assigned = object.kind === 'binding' ? file.assigned.get(object.id)?.get(name) : undefined;
    const own = assigned ? this.values(file, assigned) : [];
    return own.length > 0 ? own : this.values(file, object).flatMap((value) => this.member(value, name));
  }

  #membersOf(term: Term): Map<string, readonly Value[]> {
    const known = this.#knownMembers.get(term) ?? new Map<string, readonly Value[]>();
    this.#knownMembers.set(term, known);
    return known;
  }

  exported(file: FileFacts, name: string): readonly Value[] {
    return exportedValues(this, file, name);
  }

  member(value: Value, name: string): readonly Value[] {
    const known = value.kind === 'object' ? this.#membersOf(value.term) : null;
    const before = known?.get(name);
    if (before || this.#within > deepest) return before ?? [];
    // Objects may be spread into each other in circles.
    known?.set(name, []);
    this.#within++;
    const found = memberValues(this, value, name);
    this.#within--;
    known?.set(name, found);
    return found;
  }

  result(value: Value): readonly Value[] {
    return resultValues(this, value);
  }

  instance(value: Value): readonly Value[] {
    return instanceValues(this, value);
  }

  typeValues(file: FileFacts, type: TypeTerm, depth = 0): readonly Value[] {
    const known = this.#knownTypes.get(type);
    if (known) return known;
    // A type that names itself stands for nothing by that way.
    this.#knownTypes.set(type, []);
    const found = valuesOfType(this, file, type, depth);
    this.#knownTypes.set(type, found);
    return found;
  }
}
