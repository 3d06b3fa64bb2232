/** What a client's call costs. */
export type EffectKind = 'query' | 'request' | 'process';

/** One kind of object of a client, by its members. Names not listed do nothing that is known. */
export interface Shape {
  /** Another shape of the same client whose members it has too. */
  readonly like?: string;
  /** Members whose call is a round trip. */
  readonly reads?: readonly string[];
  readonly writes?: readonly string[];
  /** The round trips start only when somebody waits for the answer. */
  readonly lazy?: true;
  /** A waited-for value of this shape is a round trip. */
  readonly thenable?: 'read' | 'write';
  /** Members that are merged into one round trip when asked for in the same tick. */
  readonly batched?: readonly string[];
  /** Every round trip of the shape is merged with those of the same tick. */
  readonly batches?: true;
  /** Round trips are in-process: they cost little and block. */
  readonly inProcess?: true;
  /** Members, by what using or calling them gives: another shape of the same client. */
  readonly gives?: Readonly<Record<string, string>>;
  /** Round trips that answer with objects of the client, by their shape. */
  readonly answers?: Readonly<Record<string, string>>;
  /** It holds several objects of this shape. */
  readonly elements?: string;
  /** What any other member is or gives. */
  readonly any?: string;
  /** What calling the value itself gives. */
  readonly called?: string;
  /** What the first parameter of a callback given to a member is. */
  readonly callbacks?: Readonly<Record<string, string>>;
  /** What instances of a class that extends this one are. */
  readonly instance?: string;
}

/** A name a package exports. */
export interface Exported {
  /** The name as a value. */
  readonly value?: string;
  /** Called or constructed, it gives this shape. */
  readonly gives?: string;
  /** The name as a type, or the instance of a class that extends it. */
  readonly type?: string;
  /** Calling it is a round trip. */
  readonly runs?: 'read' | 'write';
}

/** How a client's objects are recognised, which of its calls are round trips, and what to write instead. */
export interface Client {
  readonly id: string;
  /** As people write it. */
  readonly name: string;
  readonly kind: EffectKind;
  /** Packages; `@scope/*` stands for all of a scope. */
  readonly modules: readonly string[];
  /** Globs of project files that export its names, for the module of its id; only of clients that a configuration names. */
  readonly files?: readonly string[];
  /** What the packages export; `default` for the default export and `module.exports`. */
  readonly exports: Readonly<Record<string, Exported>>;
  readonly shapes: Readonly<Record<string, Shape>>;
  /** Decorators of fields and parameters, by the shape of what they inject. */
  readonly decorators?: Readonly<Record<string, string>>;
  /** Globals that are this client. */
  readonly globals?: Readonly<Record<string, Exported>>;
  /** Names that by convention hold this shape, believed only in a project that uses the client and when nothing else is known. */
  readonly conventions?: Readonly<Record<string, string>>;
  /** Members no other library has, believed as `conventions` are. */
  readonly unmistakable?: { readonly reads: readonly string[]; readonly writes: readonly string[] };
  /** What to do instead of one read or write an element. */
  readonly instead: { readonly read: string; readonly write: string };
}
