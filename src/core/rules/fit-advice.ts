import type { FileFacts } from '../callgraph/facts.ts';
import type { Effect } from '../callgraph/find-effect.ts';
import type { LoopContext, Occurrence } from '../callgraph/occurrences.ts';
import { partsOf } from '../callgraph/term-parts.ts';
import type { Term } from '../callgraph/terms.ts';
import { isOfTurn } from './lists/turn.ts';

const sums = /^(?:count|countBy|countDocuments|sum|avg|average|min|max|aggregate)$/;
const limits = /(?:^|[\s{,])(?:take|limit|first|last)\s*:|\.(?:limit|take)\(/;
const elementLoops: ReadonlySet<LoopContext['kind']> = new Set(['for-of', 'for-in', 'for', 'callback']);

/** What does not tell all it is made of: an index, the values of a tag, a function's names. */
const untold: ReadonlySet<Term['kind']> = new Set(['unknown', 'function', 'parameter', 'element', 'tag']);

/** It may be something else in the next turn: made or taken in this one, or not known. */
const mayChange = (file: FileFacts, term: Term, loop: LoopContext): boolean => {
  if (untold.has(term.kind)) return true;
  if (term.kind === 'binding') return isOfTurn(file, term, loop);
  // Values in a template are question marks.
  if (term.kind === 'text') return term.text.includes('?');
  return partsOf(term).some((part) => mayChange(file, part, loop));
};

const isSameEachTurn = ({ file, event: { term, args } }: Occurrence, loop: LoopContext): boolean =>
  elementLoops.has(loop.kind) && term.kind === 'call' && !mayChange(file, term.callee, loop) && !args.some((arg) => mayChange(file, arg.term, loop));

/** What to write instead of a query per element: as the client's catalogue says, unless that would not do what this call does. */
export const fitAdvice = (effect: Effect, occurrence: Occurrence, loop: LoopContext): string => {
  const { client, access, label } = effect;
  const usual = client.instead[access];
  if (client.kind !== 'query') return usual;
  const method = label.split('.').at(-1) ?? '';
  if (access === 'read' && isSameEachTurn(occurrence, loop)) return 'Nothing that it is given changes from turn to turn: unless the answer does, ask once before the loop.';
  if (sums.test(method)) return 'Ask once for all with a `GROUP BY` over the key (`groupBy` in Prisma, `$group` in MongoDB), and look up in a Map; keys without rows are missing from its answer.';
  if (/^upsert/i.test(method)) return 'Write all with one `insert … on conflict do update` of many rows where the client has it (`createMany` updates nothing), else put them into one transaction.';
  if (access === 'read' && occurrence.event.args.some(({ text }) => limits.test(text))) return `${usual} A limit per element is lost in that: number the rows of each key (\`row_number() over (partition by …)\`), or join laterally.`;
  return usual;
};
