import type { EventFacts } from '../callgraph/facts.ts';
import type { LoopContext, Occurrence } from '../callgraph/occurrences.ts';
import type { Severity } from '../model/finding.ts';
import { findAccumulation, readAccumulation } from './lists/accumulation.ts';
import { isDataLoop } from './lists/data-loop.ts';
import { findHelperSearch } from './lists/helper-search.ts';
import { findPairLoop, readPairLoop } from './lists/pair-loop.ts';
import { isChained, readSearchCall, type SearchCall } from './lists/search-call.ts';
import { isOfKey } from './lists/of-key.ts';
import { isSmall } from './lists/small-lists.ts';
import { keyOf, namesOf } from './lists/term-root.ts';
import { isOfElement, isOfTurn } from './lists/turn.ts';
import { isPageCode } from './page-code.ts';
import type { Rule, RuleContext, RuleHit } from './rule.ts';

const does = {
  searches: { what: 'searches the list', advice: 'Put the list into a `Set` or `Map` once, before the loop, and look up there; for `filter`, group it once by the key. The order of a Map is that of insertion.' },
  sorts: { what: 'sorts the list', advice: 'Sort once after the loop, or insert at the place found by binary search.' },
  moves: { what: 'moves all other elements of the list', advice: 'Add at the end and reverse once, or go over the list with an index instead of taking from its front.' },
} as const;

/** Callbacks of `sort` run about once per element, and more. */
const sortLoop = ({ file, inside }: Occurrence): readonly LoopContext[] => {
  const call = inside.passedTo?.call;
  if (call?.kind !== 'call' || call.callee.kind !== 'member' || !/^(?:sort|toSorted)$/.test(call.callee.name)) return [];
  const { object } = call.callee;
  return [{ kind: 'callback', over: namesOf(file, object).join('.') || 'the sorted list', iterable: object, tags: [], span: inside.span, head: inside.span, file, turn: { functionId: inside.id, depth: 0 }, usage: 'value', concurrent: false }];
};

/** The innermost loop over data around it, unless its block always leaves that loop. */
const loopAround = (occurrence: Occurrence, { linker }: RuleContext): LoopContext | null => {
  const loops = [...occurrence.loops, ...sortLoop(occurrence)];
  const loop = loops.findLast((candidate) => isDataLoop(linker, candidate));
  if (!loop || (occurrence.event.leaves && loop === loops.at(-1) && loop.kind !== 'callback')) return null;
  return loop;
};

const isPush = ({ term }: EventFacts, key: string): boolean => term.kind === 'call' && term.callee.kind === 'member' && /^(?:push|unshift)$/.test(term.callee.name) && keyOf(term.callee.object) === key;

/** The list grows in the loop that searches it, or is what the loop goes over. */
const growsWithLoop = ({ inside }: Occurrence, { list }: SearchCall, loop: LoopContext): boolean => {
  const key = keyOf(list);
  if (key === null) return false;
  return key === keyOf(loop.iterable) || inside.events.some((event) => isPush(event, key) && (loop.kind === 'callback' || event.loops.length >= loop.turn.depth));
};

/** A list that is moved is filled from data; of one that is only searched nothing says that it grows. */
const severityOf = (search: SearchCall, grows: boolean): Severity => {
  if (grows) return 'warning';
  return search.does === 'moves' ? 'info' : 'hint';
};

const onSearch = (occurrence: Occurrence, search: SearchCall, context: RuleContext): RuleHit | null => {
  const { file, event } = occurrence;
  const loop = loopAround(occurrence, context);
  if (!loop || isChained(search) || isSmall(context.linker, file, search.list) || isOfTurn(file, search.list, loop)) return null;
  if (occurrence.loops.some((outer) => isOfElement(file, search.list, outer) || isOfKey(file, search.list, outer))) return null;
  const { what, advice } = does[search.does];
  const grows = search.does !== 'moves' && growsWithLoop(occurrence, search, loop);
  if (!grows && isPageCode(file.path)) return null;
  return {
    span: event.span,
    kind: 'computing',
    message: `\`${event.label}\` ${what} once per element of \`${loop.over}\`: the work grows with the product of both lengths.`,
    severity: severityOf(search, grows),
    chain: [{ file: file.path, span: event.span, label: event.label }],
    advice,
  };
};

const onHelper = (occurrence: Occurrence, context: RuleContext): RuleHit | null => {
  const { event } = occurrence;
  const loop = occurrence.loops.length > 0 && !isPageCode(occurrence.file.path) ? loopAround(occurrence, context) : null;
  const hops = loop && !event.memoised ? findHelperSearch(occurrence, loop, context) : null;
  if (!loop || !hops) return null;
  return {
    span: event.span,
    kind: 'computing',
    message: `\`${event.label}\` searches a list, with \`${hops.at(-1)?.label ?? ''}\`, once per element of \`${loop.over}\`: the work grows with the product of both lengths.`,
    severity: 'hint',
    chain: hops,
    advice: does.searches.advice,
  };
};

/** A list that is searched, sorted, copied or moved once per element of another. */
export const quadraticLoop: Rule = {
  id: 'quadratic-loop',
  summary: 'A list searched, copied or moved once per element of another',
  needs: [/\b(?:for|while)\s*\(|\.(?:map|forEach|flatMap|filter|some|every|reduce|sort|toSorted)\s*(?:<[^>(]*>)?\(/],
  reader: {
    rule: 'quadratic-loop',
    nodes: ['ArrayExpression', 'ObjectExpression', 'AssignmentExpression', 'ForOfStatement', 'ForStatement', 'CallExpression'],
    read: (node, names) => readAccumulation(node, names) ?? readPairLoop(node, names),
  },
  onCall(occurrence, context) {
    const search = readSearchCall(context.linker, occurrence.file, occurrence.event);
    return search ? onSearch(occurrence, search, context) : onHelper(occurrence, context);
  },
  onNote(place, context) {
    return findAccumulation(place, context) ?? findPairLoop(place, context);
  },
};
