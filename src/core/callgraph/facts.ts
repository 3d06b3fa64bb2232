import type { Term, TypeTerm } from './terms.ts';

/** Where something stands; lines and columns count from 1, the end is exclusive. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type LineRange = Pick<Span, 'line' | 'endLine'>;

/** What becomes of a value: a lazy query runs only when somebody waits for it. */
export type Usage = 'awaited' | 'all' | 'batch' | 'returned' | 'chained' | 'stored' | 'argument' | 'discarded' | 'value';

/** Why a loop does not ask once per element of data, or asks so on purpose. */
export type LoopTag = 'paging' | 'chunked' | 'retry' | 'constant' | 'delay' | 'condition' | 'fallback';

export interface LoopFacts {
  readonly kind: 'for-of' | 'for-await' | 'for-in' | 'for' | 'while';
  /** As written, shortened: for messages. */
  readonly over: string;
  readonly iterable: Term;
  readonly tags: readonly LoopTag[];
  readonly span: Span;
  /** Where it says what it goes over, without its body. */
  readonly head: LineRange;
}

/** A call, a construction, a tagged template, or the awaiting of a value that may be lazy. */
export interface EventFacts {
  readonly term: Term;
  readonly usage: Usage;
  readonly span: Span;
  /** The callee's last names, for messages: `user.findUnique`. */
  readonly label: string;
  /** Loops of this function around it, outermost first. */
  readonly loops: readonly LoopFacts[];
  /** The block it stands in always leaves the innermost loop. */
  readonly leaves: boolean;
  /** It runs only when a cache has no answer yet. */
  readonly memoised: boolean;
  readonly args: readonly ArgumentFacts[];
  /** What it goes over should it turn out to call its function once per element; `null` when it is given no function. */
  readonly each: Pick<LoopFacts, 'over' | 'iterable' | 'tags'> | null;
}

export interface ArgumentFacts {
  readonly term: Term;
  /** Source text up to 80 characters. */
  readonly text: string;
}

export interface ParameterFacts {
  readonly binding: number;
  readonly type: TypeTerm;
}

export interface DecoratorFacts {
  readonly callee: Term;
  readonly args: readonly Term[];
}

export interface FunctionFacts {
  readonly id: number;
  readonly name: string;
  readonly span: Span;
  readonly isAsync: boolean;
  readonly parameters: readonly ParameterFacts[];
  readonly returnType: TypeTerm;
  readonly returns: readonly Term[];
  readonly events: readonly EventFacts[];
  readonly decorators: readonly DecoratorFacts[];
  /** Names of the object members it stands in, outermost first: `['resolvers', 'User', 'posts']`. */
  readonly path: readonly string[];
  /** The function it is written in; -1 at module level. */
  readonly parent: number;
  /** The class it is a method of; -1 for none. */
  readonly classId: number;
  /** The call it is an argument of. */
  readonly passedTo: { readonly call: Term; readonly index: number } | null;
}

export interface FieldFacts {
  readonly type: TypeTerm;
  readonly value: Term;
  readonly decorators: readonly DecoratorFacts[];
}

export interface ClassFacts {
  readonly id: number;
  readonly name: string;
  /** Of its name, or of the whole class that has none. */
  readonly span: Span;
  readonly superClass: Term;
  readonly superArgs: readonly TypeTerm[];
  readonly interfaces: readonly TypeTerm[];
  readonly methods: ReadonlyMap<string, number>;
  readonly statics: ReadonlyMap<string, Term>;
  readonly fields: ReadonlyMap<string, FieldFacts>;
  readonly decorators: readonly DecoratorFacts[];
}

export interface InterfaceFacts {
  readonly members: ReadonlyMap<string, TypeTerm>;
  readonly bases: readonly TypeTerm[];
}

export interface SuppressionFacts {
  /** As written; empty where none is. */
  readonly rule: string;
  readonly reason: string;
  /** The line it silences; 0 = the whole file. */
  readonly line: number;
  /** Of the comment. */
  readonly span: Span;
}

/** Where a name is declared: what stands in a loop's body is made anew each turn. */
export interface ScopePlace {
  readonly functionId: number;
  /** Loops of that function around it. */
  readonly depth: number;
}

/** Small plain data, as JSON knows it. */
export type NoteDetail = string | number | boolean | null | readonly NoteDetail[] | { readonly [name: string]: NoteDetail };

/** What a rule's reader saw in the syntax; the rule judges it later, with all files known. */
export interface NoteFacts {
  readonly rule: string;
  readonly span: Span;
  readonly functionId: number;
  /** Loops of this function around it, outermost first. */
  readonly loops: readonly LoopFacts[];
  readonly leaves: boolean;
  readonly memoised: boolean;
  readonly terms: Readonly<Record<string, Term>>;
  readonly detail: NoteDetail;
}

/** Everything later steps need to know of a file; a function of its text. */
export interface FileFacts {
  readonly path: string;
  readonly bindings: readonly Term[];
  readonly bindingNames: readonly string[];
  readonly bindingPlaces: readonly ScopePlace[];
  /** Module-level names. */
  readonly names: ReadonlyMap<string, number>;
  readonly exports: ReadonlyMap<string, Term>;
  readonly stars: readonly string[];
  /** `module.exports = …`. */
  readonly exported: Term;
  readonly types: ReadonlyMap<string, TypeTerm>;
  readonly interfaces: ReadonlyMap<string, InterfaceFacts>;
  readonly functions: readonly FunctionFacts[];
  readonly classes: readonly ClassFacts[];
  readonly suppressions: readonly SuppressionFacts[];
  readonly notes: readonly NoteFacts[];
  /** Members written onto a value: `api.load = …`, by the binding of `api`. */
  readonly assigned: ReadonlyMap<number, ReadonlyMap<string, Term>>;
}
