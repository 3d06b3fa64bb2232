import type { TSESTree } from '@typescript-eslint/types';
import type { Draft } from './draft.ts';
import type { NoteFacts } from './facts.ts';
import type { NoteCandidate, NoteReader, ReadersByNode } from './note-reader.ts';

export const readersByNode = (readers: readonly NoteReader[]): ReadersByNode => {
  const found = new Map<string, NoteReader[]>();
  for (const reader of readers) for (const type of reader.nodes) found.set(type, [...(found.get(type) ?? []), reader]);
  return found;
};

/** Asks the readers of a node's type; what they say is noted with the function and the loops around it. */
export const takeNotes = (node: TSESTree.Node, draft: Draft): void => {
  for (const reader of draft.readers.get(node.type) ?? []) {
    const candidate = reader.read(node, draft, draft.text);
    if (candidate) draft.notes.push(placeNote(reader.rule, node, candidate, draft));
  }
};

const placeNote = (rule: string, node: TSESTree.Node, { at = node, terms = {}, detail = null }: NoteCandidate, { place, lines }: Draft): NoteFacts => ({
  rule, span: lines.placeOf(at), functionId: place.draft.id, loops: place.loops, leaves: place.leaves, memoised: place.memoised, terms, detail,
});
