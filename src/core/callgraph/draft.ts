import type { TSESTree } from '@typescript-eslint/types';
import { LineTable } from '../syntax/line-table.ts';
import type { ClassFacts, DecoratorFacts, EventFacts, FieldFacts, FunctionFacts, InterfaceFacts, LoopFacts, NoteFacts, ParameterFacts, ScopePlace } from './facts.ts';
import type { ReadersByNode } from './note-reader.ts';
import type { Names } from './read-terms.ts';
import { Bindings, Scope } from './scope.ts';
import { type Term, type TypeTerm, unknownTerm, unknownType } from './terms.ts';

type Writable<Facts> = { -readonly [Key in keyof Facts]: Facts[Key] extends readonly (infer Item)[] ? Item[] : Facts[Key] extends ReadonlyMap<infer Name, infer Value> ? Map<Name, Value> : Facts[Key] };

export type FunctionDraft = Writable<FunctionFacts>;
export type ClassDraft = Writable<ClassFacts>;

const noSpan = { line: 1, column: 1, endLine: 1, endColumn: 1 };

const newFunction = (id: number): FunctionDraft => ({
  id, name: '', span: noSpan, isAsync: false, parameters: Array<ParameterFacts>(), returnType: unknownType, returns: Array<Term>(), events: Array<EventFacts>(),
  decorators: Array<DecoratorFacts>(), path: Array<string>(), parent: -1, classId: -1, passedTo: null,
});

const newClass = (id: number): ClassDraft => ({
  id, name: '', span: noSpan, superClass: unknownTerm, superArgs: Array<TypeTerm>(), interfaces: Array<TypeTerm>(), methods: new Map(), statics: new Map(),
  fields: new Map<string, FieldFacts>(), decorators: Array<DecoratorFacts>(),
});

/** Where the walk is within a function. */
export interface Place {
  readonly draft: FunctionDraft;
  loops: readonly LoopFacts[];
  leaves: boolean;
  memoised: boolean;
}

/** The facts of a file while they are gathered. */
export class Draft implements Names {
  readonly text: string;
  readonly lines: LineTable;
  readonly readers: ReadersByNode;
  readonly notes: NoteFacts[] = [];
  readonly bindings = new Bindings();
  readonly functions: FunctionDraft[] = [];
  readonly classes: ClassDraft[] = [];
  readonly exports = new Map<string, Term>();
  readonly stars: string[] = [];
  readonly types = new Map<string, TypeTerm>();
  readonly interfaces = new Map<string, InterfaceFacts>();
  readonly assigned = new Map<number, Map<string, Term>>();
  exported: Term = unknownTerm;
  readonly module = new Scope(null, { functionId: 0, depth: 0 });
  scope = this.module;
  place: Place;
  path: readonly string[] = [];
  #class = -1;
  readonly #functionIds = new Map<TSESTree.Node, number>();
  readonly #classIds = new Map<TSESTree.Node, number>();

  constructor(text: string, program: TSESTree.Program, readers: ReadersByNode) {
    this.text = text;
    this.lines = new LineTable(text);
    this.readers = readers;
    this.place = { draft: this.functionOf(program), loops: [], leaves: false, memoised: false };
  }

  lookup(name: string): number | undefined {
    return this.scope.lookup(name);
  }

  functionId(node: TSESTree.Node): number {
    const known = this.#functionIds.get(node);
    if (known !== undefined) return known;
    const id = this.functions.length;
    this.functions.push(newFunction(id));
    this.#functionIds.set(node, id);
    return id;
  }

  functionOf(node: TSESTree.Node): FunctionDraft {
    return this.functions[this.functionId(node)];
  }

  classId(node: TSESTree.Node): number {
    const known = this.#classIds.get(node);
    if (known !== undefined) return known;
    const id = this.classes.length;
    this.classes.push(newClass(id));
    this.#classIds.set(node, id);
    return id;
  }

  thisClass(): number {
    return this.#class;
  }

  /** Runs `inside` with a scope of its own; it stands where the walk is unless said otherwise. */
  inScope(inside: () => void, { functionId = this.place.draft.id, depth = this.place.loops.length }: Partial<ScopePlace> = {}): void {
    const outer = this.scope;
    this.scope = new Scope(outer, { functionId, depth });
    inside();
    this.scope = outer;
  }

  inClass(id: number, inside: () => void): void {
    const outer = this.#class;
    this.#class = id;
    inside();
    this.#class = outer;
  }

  inFunction(draft: FunctionDraft, inside: () => void): void {
    const outer = this.place;
    this.place = { draft, loops: [], leaves: false, memoised: false };
    inside();
    this.place = outer;
  }

  named(name: string | null, inside: () => void): void {
    const outer = this.path;
    if (name !== null) this.path = [...outer, name];
    inside();
    this.path = outer;
  }

  assignMember(binding: number, name: string, value: Term): void {
    const members = this.assigned.get(binding) ?? new Map<string, Term>();
    members.set(name, value);
    this.assigned.set(binding, members);
  }
}
