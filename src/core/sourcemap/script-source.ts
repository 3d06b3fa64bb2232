import type { SourceMap } from './parse-source-map.ts';

/** A function of a script as V8 compiled it: where its text begins and ends. 1-based; the whole script is one, too. */
export interface ScriptFunction {
  readonly name: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
}

/**
 * What a script of a profile was made from; kept by V8's script id.
 * `original`: it is its own source (plain JavaScript, Node's type stripping). `generated`: it was made from something
 * else, but no map may be used. `mapped`: `files[i]` is the absolute path of `map.sources[i]`, `null` where that is
 * nothing on this machine or not to be shown.
 */
export type ScriptSource = (
  | { readonly kind: 'original' }
  | { readonly kind: 'generated' }
  | { readonly kind: 'mapped'; readonly map: SourceMap; readonly files: readonly (string | null)[] }
) & {
  readonly url?: string;
  /** In the order of the text, outer before inner; missing when the probe did not say. */
  readonly functions?: readonly ScriptFunction[];
};
