import { checkouts } from '../catalogue/connections.ts';
import type { EventFacts, FileFacts, FunctionFacts } from '../callgraph/facts.ts';
import type { Linker } from '../callgraph/linker.ts';
import type { Occurrence } from '../callgraph/occurrences.ts';
import { closingsOf, isNameKept, localName, standsIn, withInner } from './connection-notes.ts';
import { calleeName } from '../callgraph/callee-name.ts';

/** A connection taken from a pool, and on which way it stays out. */
export interface LostCheckout {
  readonly name: string;
  /** It is given back unless a call between throws. */
  readonly released: boolean;
}

const isCheckout = (linker: Linker, { file, event: { term } }: Occurrence): boolean => {
  if (term.kind !== 'call' || term.callee.kind !== 'member') return false;
  const { object, name } = term.callee;
  return linker.values(file, object).some((value) => value.kind === 'shape' && Object.hasOwn(checkouts, value.client.id) && checkouts[value.client.id].has(name));
};

/** Somebody else may give it back: it is returned, kept, or an argument of a call. */
const isHandedOn = (file: FileFacts, facts: FunctionFacts, name: string): boolean => {
  const inner = withInner(file, facts);
  const isName = (term: EventFacts['term']): boolean => term.kind === 'binding' && file.bindingNames[term.id] === name;
  return isNameKept(file, facts, name) || inner.some(({ returns, events }) => returns.some((term) => isName(term) || (term.kind === 'object' && [...term.members.values()].some(isName))) || events.some(({ args }) => args.some(({ term }) => isName(term) || (term.kind === 'object' && [...term.members.values()].some(isName)))));
};

const isAfter = (event: EventFacts, { span: { endLine, endColumn } }: EventFacts): boolean => event.span.line > endLine || (event.span.line === endLine && event.span.column >= endColumn);

/** A checkout that some way through the function does not give back; `null` when all do, or somebody else may. */
export const findLostCheckout = (linker: Linker, occurrence: Occurrence): LostCheckout | null => {
  const { file, inside, event } = occurrence;
  if (!isCheckout(linker, occurrence)) return null;
  const local = localName(file, event.span);
  if (!local || local.using) return null;
  const closings = closingsOf(file, inside, local.name);
  const isSure = closings.some(({ event: closing, inside: where }) => standsIn(file, 'finally', closing.span) || (where.passedTo && calleeName(file, where.passedTo.call) === 'finally'));
  const onBothWays = closings.some(({ event: closing }) => standsIn(file, 'catch', closing.span)) && closings.some(({ event: closing }) => !standsIn(file, 'catch', closing.span));
  // Functions that are handed out with it give it back: `return { commit, rollback }`.
  const byOthers = closings.length > 0 && closings.every(({ inside: where }) => where !== inside);
  if (isSure || onBothWays || byOthers) return null;
  if (closings.length === 0) return isHandedOn(file, inside, local.name) ? null : { name: local.name, released: false };
  const [{ event: first }] = closings;
  const mayThrow = inside.events.some((between) => between.usage === 'awaited' && isAfter(between, event) && isAfter(first, between));
  return mayThrow ? { name: local.name, released: true } : null;
};
