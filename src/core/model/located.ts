import type { Profile } from './profile.ts';

/** How exact a row of `LocatedProfile.functions` is; index into this list is the stored value. */
export const mappings = ['exact', 'function', 'generated'] as const;

/** A profile with each position led back to the original source. Columns stand beside the profile's own, row for row. */
export interface LocatedProfile {
  readonly profile: Profile;
  /** Absolute paths with the platform's own separators, `node:…`, other URLs as they are; `files[0]` is empty. */
  readonly files: readonly string[];
  /** By row of `profile.functions`. */
  readonly functions: {
    /** Index into `files`. */
    readonly file: Int32Array;
    /** 1-based original line; 0 = none. */
    readonly line: Int32Array;
    /** 1-based original column; 0 = none. */
    readonly column: Int32Array;
    /** Index into `mappings`. */
    readonly mapping: Uint8Array;
  };
  /** By row of `profile.ticks`: 1-based line of the function's own file; 0 = unknown: its time goes to the function's line. */
  readonly tickLine: Int32Array;
}
