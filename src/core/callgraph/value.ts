import type { Client } from '../catalogue/client.ts';
import type { FileFacts } from './facts.ts';
import type { Term, TypeTerm } from './terms.ts';

/** A call of a client that is a round trip. */
export interface Run {
  readonly client: Client;
  readonly access: 'read' | 'write';
  /** Starts only when somebody waits for it. */
  readonly lazy: boolean;
  /** Merged with others of the same tick. */
  readonly batched: boolean;
  readonly inProcess: boolean;
  /** The client's shape of what it answers with; `null` = plain data. */
  readonly answer: string | null;
}

export interface FunctionValue {
  readonly kind: 'function';
  readonly file: FileFacts;
  readonly id: number;
}

/** What an expression stands for. */
export type Value =
  | { readonly kind: 'shape'; readonly client: Client; readonly shape: string; readonly member: boolean }
  | ({ readonly kind: 'run' } & Run)
  | { readonly kind: 'external'; readonly module: string; readonly path: readonly string[] }
  | { readonly kind: 'file'; readonly file: FileFacts }
  | FunctionValue
  | { readonly kind: 'class'; readonly file: FileFacts; readonly id: number }
  | { readonly kind: 'instance'; readonly file: FileFacts; readonly id: number }
  | { readonly kind: 'interface'; readonly file: FileFacts; readonly name: string }
  | { readonly kind: 'object'; readonly file: FileFacts; readonly term: Extract<Term, { kind: 'object' }> }
  /** An object that gets members one by one: `api.load = …`, also in other modules. */
  | { readonly kind: 'namespace'; readonly file: FileFacts; readonly binding: number }
  | { readonly kind: 'members'; readonly file: FileFacts; readonly type: Extract<TypeTerm, { kind: 'members' }> }
  | { readonly kind: 'result'; readonly file: FileFacts; readonly type: TypeTerm }
  /** `fixed`: written out, so its length does not grow with data. */
  | { readonly kind: 'list'; readonly of: readonly Value[]; readonly fixed: boolean };
