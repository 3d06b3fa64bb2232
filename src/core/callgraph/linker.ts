import { conventionalValue, findExport, injectedShape, shapeCallback, shapeInstance, shapeMember, shapeResult, shapeValue } from './ask-catalogue.ts';
import type { DecoratorFacts, FieldFacts, FileFacts } from './facts.ts';
import type { ProjectHost } from './project-host.ts';
import type { Term, TypeTerm } from './terms.ts';
import { isElementCallback, listResult } from './list-methods.ts';
import type { Value } from './value.ts';

/** More stand for "could be anything": nothing is claimed then. */
const mostValues = 6;
/** More classes behind an interface are not told apart. */
const mostImplementations = 5;
const deepest = 40;

/** Types that stand for what they hold. */
const wrappers = new Set(['Promise', 'Partial', 'Readonly', 'Required', 'Omit', 'Pick', 'NonNullable', 'Awaited', 'Ref', 'WrapperType', 'Relation', 'Exclude', 'Extract', 'PromiseLike', 'Observable']);

/** Finds what expressions stand for, across files. Answers are remembered; a question that leads back to itself has no answer. */
export class Linker {
  readonly host: ProjectHost;
  readonly #known = new Map<Term, readonly Value[]>();
  readonly #asking = new Set<Term>();

  constructor(host: ProjectHost) {
    this.host = host;
  }

  values(file: FileFacts, term: Term): readonly Value[] {
    const known = this.#known.get(term);
    if (known) return known;
    if (this.#asking.has(term) || this.#asking.size > deepest) return [];
    this.#asking.add(term);
    const found = this.#find(file, term);
    this.#asking.delete(term);
    const values = found.length > mostValues ? [] : found;
    // Within a circle an answer may be partial, so it is kept only by the outermost question.
    if (this.#asking.size === 0 || values.length > 0) this.#known.set(term, values);
    return values;
  }

  #find(file: FileFacts, term: Term): readonly Value[] {
    switch (term.kind) {
      case 'binding':
        return this.#orConvention(this.values(file, file.bindings[term.id]), file.bindingNames[term.id]);
      case 'global':
        return [{ kind: 'external', module: '', path: [term.name] }];
      case 'import':
        return this.#imported(file, term.specifier, term.name);
      case 'member':
        return this.#orConvention(this.#memberOfTerm(file, term), term.name);
      case 'call':
        return this.#called(file, term);
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
        return [{ kind: 'list', of: term.items.slice(0, mostValues).flatMap((item) => this.values(file, item)), fixed: term.items.length > 0 && term.items.every(({ kind }) => kind !== 'element') }];
      case 'typed':
        return this.typeValues(file, term.type);
      case 'element':
        return this.values(file, term.of).flatMap((value) => (value.kind === 'list' ? value.of : []));
      case 'either':
        return this.#either(file, term.options);
      case 'this':
        return term.classId >= 0 ? [{ kind: 'instance', file, id: term.classId }] : [];
      case 'parameter':
        return this.#parameter(file, term.functionId, term.index);
      case 'text':
      case 'unknown':
        return [];
    }
  }

  #either(file: FileFacts, options: readonly Term[]): readonly Value[] {
    const [first, ...others] = options.map((option) => this.values(file, option)).filter((values) => values.length > 0);
    return first && others.length > 0 && options[0].kind !== 'typed' ? [...new Set([first, ...others].flat())] : (first ?? []);
  }

  #orConvention(values: readonly Value[], name: string): readonly Value[] {
    if (values.length > 0 && !values.every((value) => value.kind === 'external' && value.module === '')) return values;
    const value = conventionalValue(name, (modules) => this.host.uses(modules));
    return value ? [value] : values;
  }

  #imported(file: FileFacts, specifier: string, name: string): readonly Value[] {
    const path = this.host.resolve(file.path, specifier);
    if (path === null) return [{ kind: 'external', module: this.host.packageName(file.path, specifier), path: name === '*' ? [] : [name] }];
    const target = this.host.facts(path);
    if (!target) return [];
    return name === '*' ? this.#wholeModule(target) : this.exported(target, name);
  }

  #wholeModule(file: FileFacts): readonly Value[] {
    const exported = file.exported.kind === 'unknown' ? [] : this.values(file, file.exported);
    return [{ kind: 'file', file }, ...exported];
  }

  /** What a file exports under a name, through re-exports. */
  exported(file: FileFacts, name: string, depth = 0): readonly Value[] {
    const term = file.exports.get(name);
    if (term) return this.values(file, term);
    if (file.exported.kind !== 'unknown') {
      const whole = this.values(file, file.exported);
      return name === 'default' ? whole : whole.flatMap((value) => this.member(value, name));
    }
    if (depth > deepest) return [];
    for (const specifier of file.stars) {
      const path = this.host.resolve(file.path, specifier);
      const target = path === null ? null : this.host.facts(path);
      const found = target ? this.exported(target, name, depth + 1) : [];
      if (found.length > 0) return found;
    }
    return [];
  }

  #memberOfTerm(file: FileFacts, { object, name }: Extract<Term, { kind: 'member' }>): readonly Value[] {
    const assigned = object.kind === 'binding' ? file.assigned.get(object.id)?.get(name) : undefined;
    const own = assigned ? this.values(file, assigned) : [];
    return own.length > 0 ? own : this.values(file, object).flatMap((value) => this.member(value, name));
  }

  /** What a member of a value is. */
  member(value: Value, name: string): readonly Value[] {
    switch (value.kind) {
      case 'shape':
        return list(shapeMember(value.client, value.shape, name));
      case 'external':
        return this.#externalMember(value, name);
      case 'file':
        return this.exported(value.file, name);
      case 'object':
        return this.#objectMember(value, name);
      case 'class':
        return this.#staticMember(value.file, value.id, name);
      case 'instance':
        return this.#instanceMember(value.file, value.id, name);
      case 'interface':
        return this.#interfaceMember(value.file, value.name, name);
      case 'members': {
        const type = value.type.members.get(name);
        return type ? this.typeValues(value.file, type) : [];
      }
      case 'function':
      case 'run':
        return name === 'bind' || name === 'call' || name === 'apply' ? [value] : [];
      case 'result':
      case 'list':
        return [];
    }
  }

  #externalMember({ module, path }: Extract<Value, { kind: 'external' }>, name: string): readonly Value[] {
    const known = findExport(module, path);
    const value = known?.exported.value;
    const member = known && value !== undefined ? shapeMember(known.client, value, name) : null;
    return [member ?? { kind: 'external', module, path: [...path, name] }];
  }

  #objectMember({ file, term }: Extract<Value, { kind: 'object' }>, name: string): readonly Value[] {
    const member = term.members.get(name);
    if (member) return this.values(file, member);
    return term.spreads.flatMap((spread) => this.values(file, spread)).flatMap((value) => this.member(value, name));
  }

  #staticMember(file: FileFacts, id: number, name: string): readonly Value[] {
    const { statics, superClass } = file.classes[id];
    const own = statics.get(name);
    if (own) return this.values(file, own);
    return this.values(file, superClass).flatMap((value) => this.member(value, name));
  }

  #instanceMember(file: FileFacts, id: number, name: string): readonly Value[] {
    const { methods, fields, statics, superClass } = file.classes[id];
    const method = methods.get(name);
    if (method !== undefined) return [{ kind: 'function', file, id: method }];
    const field = fields.get(name);
    if (field) return this.#fieldValues(file, field);
    const own = statics.get(name);
    if (own) return this.values(file, own);
    return this.values(file, superClass).flatMap((value) => this.instance(value)).flatMap((value) => this.member(value, name));
  }

  #fieldValues(file: FileFacts, { type, value, decorators }: FieldFacts): readonly Value[] {
    const injected = decorators.flatMap((decorator) => this.#injected(file, decorator));
    const [first] = [this.typeValues(file, type), injected, this.values(file, value)].filter((values) => values.some(({ kind }) => kind !== 'external'));
    return first ?? [];
  }

  #injected(file: FileFacts, { callee, args }: DecoratorFacts): readonly Value[] {
    const [decorator] = this.values(file, callee);
    if (decorator?.kind !== 'external') return [];
    const name = decorator.path.at(-1) ?? '';
    const token = args[0];
    if (name === 'Inject' && token) return this.values(file, token).flatMap((value) => this.instance(value));
    return list(injectedShape(decorator.module, name));
  }

  #interfaceMember(file: FileFacts, interfaceName: string, name: string): readonly Value[] {
    const facts = file.interfaces.get(interfaceName);
    const type = facts?.members.get(name);
    const declared = type && type.kind !== 'result' ? this.typeValues(file, type) : [];
    if (declared.length > 0) return declared;
    const inherited = (facts?.bases ?? []).flatMap((base) => this.typeValues(file, base)).flatMap((value) => this.member(value, name));
    if (inherited.length > 0) return inherited;
    const classes = this.#implementations(interfaceName);
    return classes.length > mostImplementations ? [] : classes.flatMap((value) => this.member(value, name));
  }

  #implementations(name: string): readonly Value[] {
    return this.host.filesDeriving(name).flatMap((path) => {
      const file = this.host.facts(path);
      return (file?.classes ?? []).flatMap((facts) =>
        file && facts.interfaces.some((type) => type.kind === 'named' && type.path.at(-1) === name) ? [{ kind: 'instance', file, id: facts.id } as const] : [],
      );
    });
  }

  #called(file: FileFacts, term: Extract<Term, { kind: 'call' }>): readonly Value[] {
    const { callee } = term;
    const given = this.values(file, callee).flatMap((value) => this.result(value));
    if (given.length > 0 || callee.kind !== 'member') return given;
    return listResult(callee.name, this.values(file, callee.object), () => this.values(file, term.args[0] ?? callee.object));
  }

  /** What calling a value gives. */
  result(value: Value): readonly Value[] {
    switch (value.kind) {
      case 'shape':
        return list(shapeResult(value.client, value.shape, value.member));
      case 'external': {
        const known = findExport(value.module, value.path);
        return known?.exported.gives === undefined ? [] : [shapeValue(known.client, known.exported.gives)];
      }
      case 'function':
        return this.#functionResult(value.file, value.id);
      case 'result':
        return this.typeValues(value.file, value.type);
      default:
        return [];
    }
  }

  #functionResult(file: FileFacts, id: number): readonly Value[] {
    const { returnType, returns } = file.functions[id];
    const written = this.typeValues(file, returnType);
    return written.length > 0 ? written : returns.slice(0, mostValues).flatMap((term) => this.values(file, term));
  }

  /** What `new` makes of a value, and what a value named as a type stands for. */
  instance(value: Value): readonly Value[] {
    switch (value.kind) {
      case 'class':
        return [{ kind: 'instance', file: value.file, id: value.id }];
      case 'external': {
        const known = findExport(value.module, value.path);
        const shape = known?.exported.type ?? known?.exported.gives;
        return known && shape !== undefined ? [shapeValue(known.client, shape)] : [];
      }
      case 'shape':
        return list(shapeInstance(value.client, value.shape));
      case 'function':
        return this.#functionResult(value.file, value.id);
      case 'instance':
      case 'interface':
      case 'object':
        return [value];
      default:
        return [];
    }
  }

  /** What a value of a written type is. */
  typeValues(file: FileFacts, type: TypeTerm, depth = 0): readonly Value[] {
    if (depth > deepest) return [];
    switch (type.kind) {
      case 'named':
        return this.#namedType(file, type, depth);
      case 'list':
        return [{ kind: 'list', of: this.typeValues(file, type.of, depth + 1), fixed: false }];
      case 'union':
        return type.options.flatMap((option) => this.typeValues(file, option, depth + 1));
      case 'value':
        return this.values(file, type.term);
      case 'members':
        return [{ kind: 'members', file, type }];
      case 'result':
        return [{ kind: 'result', file, type: type.type }];
      case 'unknown':
        return [];
    }
  }

  #namedType(file: FileFacts, { path, args }: Extract<TypeTerm, { kind: 'named' }>, depth: number): readonly Value[] {
    const [name, ...rest] = path;
    const [first] = args;
    if (wrappers.has(name) && first) return this.typeValues(file, first, depth + 1);
    if (name === 'ReturnType' && first) return this.typeValues(file, first, depth + 1).flatMap((value) => this.result(value));
    if (name === 'InstanceType' && first) return this.typeValues(file, first, depth + 1).flatMap((value) => this.instance(value));
    return this.#typeByName(file, name, rest, depth);
  }

  #typeByName(file: FileFacts, name: string, rest: readonly string[], depth: number): readonly Value[] {
    if (file.interfaces.has(name)) return [{ kind: 'interface', file, name }];
    const alias = file.types.get(name);
    if (alias) return this.typeValues(file, alias, depth + 1);
    const binding = file.names.get(name);
    const term = binding === undefined ? file.exports.get(name) : file.bindings[binding];
    if (term?.kind === 'import') return this.#importedType(file, term, rest, depth);
    if (term) return this.values(file, term).flatMap((value) => this.instance(value));
    return file.stars.flatMap((specifier) => this.#importedType(file, { kind: 'import', specifier, name }, rest, depth)).slice(0, 1);
  }

  #importedType(file: FileFacts, { specifier, name }: Extract<Term, { kind: 'import' }>, rest: readonly string[], depth: number): readonly Value[] {
    const path = this.host.resolve(file.path, specifier);
    if (path === null) return this.instance({ kind: 'external', module: this.host.packageName(file.path, specifier), path: name === '*' ? rest : [name, ...rest] });
    const target = this.host.facts(path);
    if (!target || depth > deepest) return [];
    if (name === '*' && rest.length > 0) return this.#typeByName(target, rest[0], rest.slice(1), depth + 1);
    if (name === 'default') return this.exported(target, 'default').flatMap((value) => this.instance(value));
    return this.#typeByName(target, name, rest, depth + 1);
  }

  /** A parameter without a type is what the call that passes the function gives it. */
  #parameter(file: FileFacts, functionId: number, index: number): readonly Value[] {
    const { passedTo } = file.functions[functionId];
    if (passedTo?.call.kind !== 'call' || passedTo.call.callee.kind !== 'member' || index !== 0) return [];
    const { object, name } = passedTo.call.callee;
    const receivers = this.values(file, object);
    const given = receivers.flatMap((value) => (value.kind === 'shape' ? list(shapeCallback(value.client, value.shape, name)) : []));
    return given.length > 0 || !isElementCallback(name) ? given : receivers.flatMap((value) => (value.kind === 'list' ? value.of : []));
  }
}

const list = (value: Value | null): readonly Value[] => (value ? [value] : []);
