import type { TSESTree } from '@typescript-eslint/types';
import type { NoteDetail } from './facts.ts';
import type { Names } from './read-terms.ts';
import type { Term } from './terms.ts';

/** What a reader says of a node; the walk adds where it stands. */
export interface NoteCandidate {
  /** The node to point at, when it is not the one that was read. */
  readonly at?: TSESTree.Node;
  readonly terms?: Readonly<Record<string, Term>>;
  readonly detail?: NoteDetail;
}

/**
 * What a rule reads of syntax that no call event shows. All readers run in the one walk of a file, whatever rules are asked for, so that facts can be kept.
 * Pure and cheap: it sees one node and what is below it; nodes have no parent here. Targets of assignments, patterns, types and decorators are not walked by themselves.
 */
export interface NoteReader {
  readonly rule: string;
  readonly nodes: readonly `${TSESTree.Node['type']}`[];
  read(node: TSESTree.Node, names: Names, text: string): NoteCandidate | null;
}

export type ReadersByNode = ReadonlyMap<string, readonly NoteReader[]>;
