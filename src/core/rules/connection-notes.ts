import type { EventFacts, FileFacts, FunctionFacts, NoteFacts, Span } from '../callgraph/facts.ts';
import { contains } from '../callgraph/spans.ts';
import { givesBack } from '../catalogue/connections.ts';
import { connectionRule } from './note-connections.ts';

const isAt = (outer: Span, { line, column }: Span): boolean => outer.line === line && outer.column === column;

interface ReadNote {
  readonly word: string;
  readonly name: string;
  readonly note: NoteFacts;
}

const known = new WeakMap<FileFacts, readonly ReadNote[]>();

const readNotes = ({ notes }: FileFacts): ReadNote[] =>
  notes.flatMap((note) => {
    if (note.rule !== connectionRule || typeof note.detail !== 'string') return [];
    const [word, name = ''] = note.detail.split(' ');
    return [{ word, name, note }];
  });

/** Read once a file: they are asked for at each call in a loop. */
const notesOf = (file: FileFacts): readonly ReadNote[] => {
  const notes = known.get(file) ?? readNotes(file);
  known.set(file, notes);
  return notes;
};

/** A function and those written in it. */
export const withInner = (file: FileFacts, facts: FunctionFacts): FunctionFacts[] => {
  const found = new Set([facts.id]);
  for (const { id, parent } of file.functions) if (found.has(parent)) found.add(id);
  return file.functions.filter(({ id }) => found.has(id));
};

/** Calls that give back or close what a local name stands for. */
export const closingsOf = (file: FileFacts, facts: FunctionFacts, name: string): { readonly event: EventFacts; readonly inside: FunctionFacts }[] =>
  withInner(file, facts).flatMap((inside) =>
    inside.events.flatMap((event) => {
      const callee = event.term.kind === 'call' ? event.term.callee : null;
      const isClosing = callee?.kind === 'member' && givesBack.has(callee.name) && callee.object.kind === 'binding' && file.bindingNames[callee.object.id] === name;
      return isClosing ? [{ event, inside }] : [];
    }),
  );

/** The local name of what a call gives; `null` when it has none. */
export const localName = (file: FileFacts, span: Span): { readonly name: string; readonly using: boolean } | null => {
  const found = notesOf(file).find(({ word, note }) => (word === 'local' || word === 'using') && isAt(note.span, span));
  return found ? { name: found.name, using: found.word === 'using' } : null;
};

/** Some statement of the function keeps what a local name stands for. */
export const isNameKept = (file: FileFacts, facts: FunctionFacts, name: string): boolean =>
  notesOf(file).some(({ word, name: kept, note }) => word === 'kept' && kept === `=${name}` && note.functionId === facts.id);

/** What a call makes outlives the function: it goes into a field, a collection, or a variable that the function does not close. */
export const isKept = (file: FileFacts, facts: FunctionFacts, span: Span): boolean => {
  const isKeeping = ({ word, name, note }: ReadNote): boolean => word === 'kept' && contains(note.span, span) && (name === '' || name.startsWith('=') || closingsOf(file, facts, name).length === 0);
  if (notesOf(file).some((note) => note.note.functionId === facts.id && isKeeping(note))) return true;
  const local = localName(file, span);
  return local !== null && isNameKept(file, facts, local.name);
};

/** The call stands in a block that runs whatever happens, or when something throws. */
export const standsIn = (file: FileFacts, word: 'finally' | 'catch', span: Span): boolean => notesOf(file).some((note) => note.word === word && contains(note.note.span, span));
