/** What an expression says, without its syntax: enough to find out later, across files, what it stands for. */
export type Term =
  | { readonly kind: 'binding'; readonly id: number }
  | { readonly kind: 'global'; readonly name: string }
  | { readonly kind: 'this'; readonly classId: number }
  | { readonly kind: 'member'; readonly object: Term; readonly name: string }
  | { readonly kind: 'call'; readonly callee: Term; readonly args: readonly Term[] }
  | { readonly kind: 'new'; readonly callee: Term; readonly args: readonly Term[] }
  | { readonly kind: 'tag'; readonly callee: Term }
  | { readonly kind: 'function' | 'class'; readonly id: number }
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, Term>; readonly spreads: readonly Term[] }
  | { readonly kind: 'array'; readonly items: readonly Term[] }
  | { readonly kind: 'typed'; readonly type: TypeTerm }
  | { readonly kind: 'element'; readonly of: Term }
  | { readonly kind: 'either'; readonly options: readonly Term[] }
  | { readonly kind: 'import'; readonly specifier: string; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'parameter'; readonly functionId: number; readonly index: number }
  | { readonly kind: 'unknown' };

/** A written type, as far as it can name a client or a class. */
export type TypeTerm =
  | { readonly kind: 'named'; readonly path: readonly string[]; readonly args: readonly TypeTerm[] }
  | { readonly kind: 'list'; readonly of: TypeTerm }
  | { readonly kind: 'union'; readonly options: readonly TypeTerm[] }
  | { readonly kind: 'value'; readonly term: Term }
  | { readonly kind: 'members'; readonly members: ReadonlyMap<string, TypeTerm> }
  | { readonly kind: 'result'; readonly type: TypeTerm }
  | { readonly kind: 'unknown' };

export const unknownTerm: Term = { kind: 'unknown' };
export const unknownType: TypeTerm = { kind: 'unknown' };
