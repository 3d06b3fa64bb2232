import type { Effect } from '../callgraph/find-effect.ts';
import { multiplies } from '../callgraph/multiplies.ts';
import type { LoopContext, Occurrence } from '../callgraph/occurrences.ts';
import type { Witness } from '../callgraph/summarize.ts';
import type { Severity } from '../model/finding.ts';
import { fitAdvice } from './fit-advice.ts';
import { isDataSized } from './lists/data-sized.ts';
import type { Rule } from './rule.ts';

const nouns = { query: 'query', request: 'request', process: 'process' } as const;

/** Calls of one tick are merged when nobody waits for one before the next begins. */
const isMerged = ({ batched, lazy }: Effect, loop: LoopContext): boolean => (batched && loop.concurrent) || (lazy && loop.usage === 'batch');

const severityOf = ({ inProcess, client: { kind } }: Effect, loop: LoopContext, { event }: Occurrence, onRequest: boolean): Severity => {
  if (loop.tags.includes('delay')) return 'hint';
  if (event.memoised || (inProcess && !onRequest)) return 'info';
  return kind === 'query' ? 'warning' : 'info';
};

/** In-process databases and `execSync` do not give the event loop back. */
const blocks = ({ inProcess, label }: Effect): boolean => inProcess || label.endsWith('Sync');

const through = ({ hops }: Witness): string => {
  const ways = hops.slice(0, -1).map(({ label }) => `\`${label}\``);
  return ways.length === 0 ? '' : `, through ${ways.join(' → ')}`;
};

const messageOf = (witness: Witness, { over, tags, kind }: LoopContext, { event }: Occurrence): string => {
  const { effect } = witness;
  const times = kind === 'while' || kind === 'for' ? `once per turn of the loop over \`${over}\`` : `once per element of \`${over}\``;
  const each = event.memoised ? `at most one ${nouns[effect.client.kind]} per distinct key` : `one ${nouns[effect.client.kind]} each`;
  return `\`${effect.label}\` (${effect.client.name}) runs ${times}: ${each}${through(witness)}${blocks(effect) ? '; the event loop is blocked each time' : ''}${tags.includes('delay') ? '; the loop waits on purpose' : ''}.`;
};

const loops = /\b(?:for|while)\s*(?:await\s*)?\(|\.(?:map|forEach|flatMap|filter|some|every|reduce)\s*(?:<[^>(]*>)?\(|\b(?:each|map|filter|concurrent|async|promise)\w*\(|['"](?:p-\w|bluebird|async)/i;
/** Whatever takes time is waited for somewhere, or blocks, be it in another module that is named for its data. */
const waits = /\b(?:await|async)\b|\.then\(|\bPromise\b|\byield\b|Sync\b|sqlite|\.prepare\(|(?:from|require\()\s*['"][^'"]*(?:db|database|store|repo|model|dao|quer|sql|stmt|statement)/i;

/** A query, request or process per element of a list, be the call in the loop or behind functions. */
export const nPlusOne: Rule = {
  id: 'n-plus-one',
  summary: 'A query, HTTP request or child process per element of a list',
  needs: [loops, waits],
  onCall(occurrence, context) {
    const { linker, summaries, requests } = context;
    const { loops, event, root, inside } = occurrence;
    const loop = loops.findLast((candidate) => multiplies(linker, candidate, occurrence));
    if (!loop) return null;
    const witness = summaries.witness(occurrence);
    if (!witness || isMerged(witness.effect, loop)) return null;
    if (event.leaves && loop === loops.at(-1) && loop.kind !== 'callback') return null;
    const { effect } = witness;
    const onRequest = requests.wayTo(inside) !== null || requests.wayTo(root) !== null;
    return {
      span: event.span,
      kind: effect.client.kind,
      client: effect.client.id,
      message: messageOf(witness, loop, occurrence),
      severity: severityOf(effect, loop, occurrence, onRequest),
      onRequest,
      dataSized: isDataSized(context, loop),
      chain: witness.hops,
      advice: fitAdvice(effect, occurrence, loop),
    };
  },
};
