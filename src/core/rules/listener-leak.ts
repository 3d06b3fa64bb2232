import type { Occurrence } from '../callgraph/occurrences.ts';
import type { Term } from '../callgraph/terms.ts';
import { answersRequest, runsAtStart } from './enclosing.ts';
import { isDataLoop } from './lists/data-loop.ts';
import { keyOf, namesOf, rootOf } from './lists/term-root.ts';
import type { Rule, RuleContext, RuleHit } from './rule.ts';

const adding = new Set(['on', 'addListener', 'prependListener', 'addEventListener']);
const removing = new Set(['off', 'removeListener', 'removeAllListeners', 'removeEventListener', 'unsubscribe']);
/** They live as long as the process. */
const globals = new Set(['process', 'globalThis', 'window', 'document']);

const isCallback = (term: Term | undefined): boolean => term?.kind === 'function' || term?.kind === 'binding' || term?.kind === 'member';

/** The object outlives the function: a global, or something of the module. */
const outlives = ({ file }: Occurrence, receiver: Term): boolean => {
  const root = rootOf(receiver);
  if (root.kind === 'global') return globals.has(root.name);
  return receiver.kind !== 'call' && root.kind === 'binding' && file.bindingPlaces[root.id].functionId === 0 && file.bindingPlaces[root.id].depth === 0;
};

const isRemoved = ({ file }: Occurrence, receiver: Term): boolean => {
  const key = keyOf(receiver) ?? namesOf(file, receiver).join('.');
  return file.functions.some(({ events }) =>
    events.some(({ term }) => term.kind === 'call' && term.callee.kind === 'member' && removing.has(term.callee.name) && (keyOf(term.callee.object) ?? namesOf(file, term.callee.object).join('.')) === key),
  );
};

const readListener = (occurrence: Occurrence): string | null => {
  const { event: { term, args }, file } = occurrence;
  if (term.kind !== 'call' || term.callee.kind !== 'member' || !adding.has(term.callee.name) || args[0]?.term.kind !== 'text' || !isCallback(args[1]?.term)) return null;
  const { object } = term.callee;
  if (/\b(?:once|signal)\b/.test(args[2]?.text ?? '') || !outlives(occurrence, object) || isRemoved(occurrence, object)) return null;
  return `\`${namesOf(file, object).join('.')}\` gets another listener for \`${args[0].term.text}\``;
};

const isTimer = ({ file, event: { term } }: Occurrence): boolean =>
  term.kind === 'call' && term.callee.kind === 'global' && term.callee.name === 'setInterval' &&
  !file.functions.some(({ events }) => events.some((event) => event.term.kind === 'call' && event.term.callee.kind === 'global' && event.term.callee.name === 'clearInterval'));

/** Each time a request is answered, or for each element; `null` when it may be just once. Timers of a list of jobs are meant so. */
const often = (occurrence: Occurrence, { linker }: RuleContext): Pick<RuleHit, 'severity'> & { readonly when: string } | null => {
  const { file, inside, loops } = occurrence;
  if (runsAtStart(file, inside)) return null;
  if (answersRequest(file, inside)) return { severity: 'warning', when: 'each time this request is answered' };
  const loop = isTimer(occurrence) ? null : loops.findLast((candidate) => isDataLoop(linker, candidate));
  return loop ? { severity: 'info', when: `for each element of \`${loop.over}\`` } : null;
};

/** A listener or timer on what lives longer, added again and again and never removed. */
export const listenerLeak: Rule = {
  id: 'listener-leak',
  summary: 'A listener or timer added again and again, and never removed',
  needs: [/\.(?:on|addListener|prependListener|addEventListener)\(|\bsetInterval\(/],
  onCall(occurrence, context) {
    const { file, event } = occurrence;
    const what = isTimer(occurrence) ? 'Another timer runs' : readListener(occurrence);
    const frequency = what === null ? null : often(occurrence, context);
    if (what === null || !frequency) return null;
    return {
      span: event.span,
      kind: 'memory',
      message: `${what} ${frequency.when}, and nothing in this file ends it: memory grows, and each event calls all of them.`,
      severity: frequency.severity,
      chain: [{ file: file.path, span: event.span, label: event.label }],
      advice: 'Add it once at the start, or end it with what it is for: `off`, `clearInterval`, `once`, or an `AbortSignal` of the request.',
    };
  },
};
