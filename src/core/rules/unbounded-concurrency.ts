import type { FunctionFacts } from '../callgraph/facts.ts';
import { multiplies } from '../callgraph/multiplies.ts';
import type { LoopContext, Occurrence } from '../callgraph/occurrences.ts';
import type { Severity } from '../model/finding.ts';
import { calleeName } from '../callgraph/callee-name.ts';
import { findWaiting, type Waiting } from './find-waiting.ts';
import { isDataSized } from './lists/data-sized.ts';
import type { Rule } from './rule.ts';

/** What runs few at a time: `limit(() => …)`, `queue.add(() => …)`, `semaphore.use(…)`. */
const limiting = /limit|queue|throttl|semaphore|mutex|lock|bottleneck|schedule|pool|^add$|^run$|^use$|^wrap$/i;

const isLimited = ({ file, inside, event }: Occurrence): boolean => {
  for (let at: FunctionFacts | undefined = inside; at; at = at.parent < 0 ? undefined : file.functions[at.parent]) {
    if (at.passedTo && limiting.test(calleeName(file, at.passedTo.call))) return true;
  }
  return limiting.test(event.label);
};

/** A page, a slice, or part of a chunk: as many as somebody chose. */
const isPart = (loops: readonly LoopContext[]): boolean => loops.some(({ tags, over }) => tags.includes('chunked') || /\.(?:slice|splice)\(|\bpage\b/i.test(over));

const starts = {
  file: 'opens one file', query: 'asks one query', request: 'sends one request', process: 'starts one process',
} as const;

const limits = {
  file: 'the system allows a process some thousand open files (EMFILE)',
  query: 'other requests wait for a connection until all are answered',
  request: 'the other side gets all of them in one moment, and may refuse',
  process: 'each takes memory and a core',
} as const;

const severityOf = ({ kind }: Waiting): Severity => (kind === 'process' || kind === 'query' ? 'warning' : 'info');

/** One file, request, query or process per element of a list of any length, all started together. */
export const unboundedConcurrency: Rule = {
  id: 'unbounded-concurrency',
  summary: 'One file, request, query or process per element, all at once',
  needs: [/\bPromise\s*\.\s*all/, /\.map\(/],
  onCall(occurrence, context) {
    const { event, loops } = occurrence;
    const loop = loops.at(-1);
    if (loop?.kind !== 'callback' || loop.usage !== 'all' || !loop.concurrent || !multiplies(context.linker, loop, occurrence)) return null;
    if (isPart(loops) || isLimited(occurrence)) return null;
    const waiting = findWaiting(occurrence, context);
    if (!waiting || waiting.cheap || event.memoised) return null;
    return {
      span: event.span,
      causes: [loop.span],
      kind: waiting.kind,
      message: `\`${waiting.label} ${starts[waiting.kind]} per element of \`${loop.over}\`, all at once: ${limits[waiting.kind]}.`,
      severity: severityOf(waiting),
      dataSized: isDataSized(context, loop),
      chain: waiting.hops,
      advice: 'Start few at a time: `p-limit`, `p-map` with `concurrency`, or `Promise.all` over chunks.',
    };
  },
};
