import type { ConnectionMakers } from '../catalogue/connections.ts';
import { multiplies } from '../callgraph/multiplies.ts';
import type { Occurrence } from '../callgraph/occurrences.ts';
import type { Hop } from '../callgraph/summarize.ts';
import { calleeName } from '../callgraph/callee-name.ts';
import { isKept } from './connection-notes.ts';
import { findLostCheckout } from './find-lost-checkout.ts';
import { findMadeConnection } from './find-made-connection.ts';
import { connectionReader, connectionRule } from './note-connections.ts';
import { reaching } from './reaching.ts';
import type { Rule, RuleContext, RuleHit } from './rule.ts';

/** Functions that are run once, or whose answer is kept: `memoize(() => new Pool())`. */
const keeping = /cache|memo|once|lazy|singleton/i;

const isMadeOnce = ({ file, inside, event }: Occurrence): boolean =>
  inside.id === 0 || event.memoised || isKept(file, inside, event.span) || (inside.passedTo !== null && keeping.test(calleeName(file, inside.passedTo.call)));

/** Made anew each time the function runs. */
const made = (occurrence: Occurrence, { linker }: RuleContext): ConnectionMakers | null => {
  const found = findMadeConnection(linker, occurrence);
  return found && !isMadeOnce(occurrence) ? found : null;
};

const reachMade = reaching(made);

/** The way of a request to the function, unless a function on it keeps what it is given. */
const requestWay = ({ root, inside }: Occurrence, { requests, linker }: RuleContext): readonly Hop[] | null => {
  const way = requests.wayTo(inside) ?? requests.wayTo(root);
  const isCut = (hop: Hop): boolean => {
    const file = linker.host.facts(hop.file);
    return file?.functions.some((facts) => isKept(file, facts, hop.span)) ?? false;
  };
  return way?.some(isCut) ? null : way;
};

const hitOf = ({ event }: Occurrence, makers: ConnectionMakers, chain: readonly Hop[], when: string): RuleHit => ({
  span: event.span,
  kind: 'connection',
  message: `\`${event.label}\` (${makers.name}) ${when}: each one opens connections, and the database has few.`,
  severity: 'warning',
  chain,
  advice: makers.instead,
});

const inLoop = (occurrence: Occurrence, context: RuleContext): RuleHit | null => {
  const loop = occurrence.loops.findLast((candidate) => multiplies(context.linker, candidate, occurrence));
  if (!loop || isMadeOnce(occurrence)) return null;
  const reached = reachMade(occurrence, context);
  return reached && hitOf(occurrence, reached.found, reached.hops, `makes a client per element of \`${loop.over}\``);
};

const onRequest = (occurrence: Occurrence, context: RuleContext): RuleHit | null => {
  const found = made(occurrence, context);
  const way = found && requestWay(occurrence, context);
  if (!found || !way) return null;
  const { file, event } = occurrence;
  return hitOf(occurrence, found, [...way, { file: file.path, span: event.span, label: event.label }], 'makes a client for each request');
};

const lostCheckout = (occurrence: Occurrence, { linker }: RuleContext): RuleHit | null => {
  const lost = findLostCheckout(linker, occurrence);
  const { file, event } = occurrence;
  return lost && {
    span: event.span,
    kind: 'checkout',
    message: `\`${lost.name}\` is ${lost.released ? 'not given back when a call before its release throws' : 'never given back'}: the pool runs empty, and requests wait for a connection that does not come.`,
    severity: 'warning',
    chain: [{ file: file.path, span: event.span, label: event.label }],
    advice: `Put the work into \`try\` and \`${lost.name}.release()\` into \`finally\`.`,
  };
};

/** A client or pool made for each request or element, and a connection that some way does not give back. */
export const connectionPerRequest: Rule = {
  id: connectionRule,
  summary: 'A connection made for each request, or not given back',
  needs: [/\bnew\s|[cC]onnect|create[A-Z]|getConnection|postgres\(|knex\(|driver\(/],
  reader: connectionReader,
  onCall: (occurrence, context) => onRequest(occurrence, context) ?? inLoop(occurrence, context) ?? lostCheckout(occurrence, context),
};
