import type { SourceMap } from './parse-source-map.ts';

/**
 * What a script of a profile was made from; kept by V8's script id.
 * `original`: it is its own source (plain JavaScript, Node's type stripping). `generated`: it was made from something
 * else, but no map may be used. `mapped`: `files[i]` is the absolute path of `map.sources[i]`, `null` where that is
 * nothing on this machine or not to be shown.
 */
export type ScriptSource =
  | { readonly kind: 'original' }
  | { readonly kind: 'generated' }
  | { readonly kind: 'mapped'; readonly map: SourceMap; readonly files: readonly (string | null)[] };
