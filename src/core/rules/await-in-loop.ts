import type { FileFacts, FunctionFacts, LoopTag, NoteFacts } from '../callgraph/facts.ts';
import { multiplies } from '../callgraph/multiplies.ts';
import type { NoteReader } from '../callgraph/note-reader.ts';
import type { LoopContext, Occurrence } from '../callgraph/occurrences.ts';
import { calleeName } from '../callgraph/callee-name.ts';
import { findWaiting, type Waiting } from './find-waiting.ts';
import { readLoopFlow } from './loop-flow.ts';
import type { Rule, RuleContext } from './rule.ts';

const id = 'await-in-loop';

/** Notes loops whose turns don't need each other, with the names that are new in each turn. */
const reader: NoteReader = {
  rule: id,
  nodes: ['ForOfStatement', 'ForInStatement', 'ForStatement'],
  read(node, _names, text) {
    if (node.type !== 'ForOfStatement' && node.type !== 'ForInStatement' && node.type !== 'ForStatement') return null;
    const head = node.type === 'ForStatement' ? node.init : node.left;
    if (!head || (node.type === 'ForOfStatement' && node.await) || !/\bawait\b/.test(text.slice(...node.body.range))) return null;
    const { exits, carries, own } = readLoopFlow(head, node.body);
    return exits || carries ? null : { detail: own };
  },
};

const ownNames = ({ notes }: FileFacts, { span: { line, column } }: LoopContext): readonly string[] => {
  const isLoops = ({ rule, span }: NoteFacts): boolean => rule === id && span.line === line && span.column === column;
  const detail = notes.find(isLoops)?.detail;
  return Array.isArray(detail) ? detail.filter((name) => typeof name === 'string') : [];
};

const isKeyed = ({ event: { args, term } }: Occurrence, own: readonly string[]): boolean => {
  const texts = args.map(({ text }) => text).join(' ');
  return own.some((name) => new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(texts)) || (term.kind === 'call' && args.some(({ text }) => text.endsWith('…')));
};

/** Statements of one transaction or one connection run one after the other whatever is asked. */
const connections = /^(?:tx|trx|t|transaction|session|queryRunner|manager|conn|connection|client)$/;
const transactions = /transaction|withTx|atomic|unitOfWork/i;

const isOnOneConnection = ({ file, inside, event }: Occurrence): boolean => {
  for (let at: FunctionFacts | undefined = inside; at; at = at.parent < 0 ? undefined : file.functions[at.parent]) {
    if (at.passedTo && transactions.test(calleeName(file, at.passedTo.call))) return true;
  }
  return event.label.split('.').some((name) => connections.test(name)) || event.args.some(({ text }) => connections.test(text));
};

/** Turns that wait on purpose, or of which there are few on purpose. */
const purposeful = new Set<LoopTag>(['delay', 'chunked', 'retry', 'fallback', 'paging', 'condition']);

const isIndependent = (occurrence: Occurrence, { kind, access, cheap }: Waiting): boolean => {
  if (kind === 'file') return true;
  return access === 'read' && !cheap && kind !== 'process' && !isOnOneConnection(occurrence);
};

const onRequest = ({ root, inside }: Occurrence, { requests }: RuleContext): boolean => requests.wayTo(root) !== null || requests.wayTo(inside) !== null;

const nouns = { file: 'file operation', query: 'query', request: 'request', process: 'process' } as const;

/** Turns of a loop that wait for one another though none needs the one before. */
export const awaitInLoop: Rule = {
  id,
  summary: 'Independent steps that wait for one another',
  needs: [/\bfor\s*\(/, /\bawait\b/],
  reader,
  onCall(occurrence, context) {
    const { event, loops, file } = occurrence;
    const loop = loops.at(-1);
    if (event.usage !== 'awaited' || !loop || loop.kind === 'callback' || loop.tags.some((tag) => purposeful.has(tag))) return null;
    const own = ownNames(file, loop);
    if (!isKeyed(occurrence, own)) return null;
    const waiting = findWaiting(occurrence, context);
    if (!waiting || !isIndependent(occurrence, waiting)) return null;
    const few = !multiplies(context.linker, loop, occurrence);
    return {
      span: event.span,
      causes: [loop.span],
      kind: waiting.kind,
      message: `\`${waiting.label} is awaited one by one in the loop over \`${loop.over}\`: no ${nouns[waiting.kind]} needs the one before.`,
      severity: !few && onRequest(occurrence, context) ? 'info' : 'hint',
      chain: waiting.hops,
      advice: few ? 'The list is short: start all and wait once with `Promise.all`.' : 'Run them concurrently with a limit (p-limit, p-map, or chunks with `Promise.all`), not all at once.',
    };
  },
};
