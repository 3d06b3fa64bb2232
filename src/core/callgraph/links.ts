import type { Catalogue } from './catalogue.ts';
import type { FileFacts } from './facts.ts';
import type { ProjectHost } from './project-host.ts';
import type { Term, TypeTerm } from './terms.ts';
import type { Value } from './value.ts';

/** What the parts of the linker ask of each other. */
export interface Links {
  readonly host: ProjectHost;
  readonly catalogue: Catalogue;
  /** What an expression of a file stands for; empty = unknown. */
  values(file: FileFacts, term: Term): readonly Value[];
  /** What a file exports under a name, through re-exports. */
  exported(file: FileFacts, name: string): readonly Value[];
  /** What a member of a value is. */
  member(value: Value, name: string): readonly Value[];
  /** What calling a value gives. */
  result(value: Value): readonly Value[];
  /** What `new` makes of a value, and what a value named as a type stands for. */
  instance(value: Value): readonly Value[];
  /** What a value of a written type is. */
  typeValues(file: FileFacts, type: TypeTerm, depth?: number): readonly Value[];
}

/** More stand for "could be anything": nothing is claimed then. */
export const mostValues = 6;
/** Steps along names, types and re-exports before a question is given up. */
export const deepest = 40;

/** No value, or one. */
export const listOf = (value: Value | null): readonly Value[] => (value ? [value] : []);
