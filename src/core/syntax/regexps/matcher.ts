import type { AST } from '@eslint-community/regexpp';

/** Goes on behind what was matched; says whether the rest matches. */
export type Next = (at: number) => boolean;

/** Matches at a place and goes on; comes back with `false` to be tried otherwise. */
export type Matcher = (at: number, next: Next) => boolean;

/** One try of an expression on a text. */
export interface Run {
  readonly text: string;
  readonly flags: AST.Flags;
  readonly captured: Map<AST.CapturingGroup, string>;
  /** Counts a step; `true` when there are too many. Everything then ends as if it matched. */
  spent(): boolean;
}
