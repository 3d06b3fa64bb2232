import { type BlockingCost, type BlockingFunctions, blockingFunctions } from '../catalogue/blocking.ts';
import type { Linker } from '../callgraph/linker.ts';
import type { Occurrence } from '../callgraph/occurrences.ts';
import type { Severity } from '../model/finding.ts';
import { answersRequest, isCalledAtStart, runsAtStart } from './enclosing.ts';
import { filledOnceReader, isFilledOnce } from './filled-once.ts';
import type { Rule } from './rule.ts';

interface Blocking {
  readonly name: string;
  readonly cost: BlockingCost;
  readonly from: BlockingFunctions;
}

const byModule = new Map(blockingFunctions.flatMap((from) => from.modules.map((module) => [module, from] as const)));

/** By the module the name comes from, so that `Effect.runSync` and functions of the project are none. */
const findBlocking = (linker: Linker, { file, event: { term } }: Occurrence): Blocking | null => {
  if (term.kind !== 'call') return null;
  for (const value of linker.values(file, term.callee)) {
    const from = value.kind === 'external' ? byModule.get(value.module) : undefined;
    const name = value.kind === 'external' ? (value.path.at(-1) ?? '') : '';
    if (from && Object.hasOwn(from.names, name)) return { name, cost: from.names[name], from };
  }
  return null;
};

/** Who calls it when is not known without a request: a hint then, however long it takes. */
const severityOf = ({ cost }: Blocking, onRequest: boolean): Severity => (onRequest && cost !== 'look-up' ? 'warning' : 'hint');

const holds: Readonly<Record<BlockingCost, string>> = {
  computing: 'nothing else is answered for as long as it takes, often tens of milliseconds',
  file: 'nothing else is answered while the file is read or written',
  'look-up': 'nothing else is answered meanwhile; it is short',
};

/** Folders and files of a program that one person starts and waits for. */
const commandLine = /(?:^|\/)(?:cli|setup|install(?:er)?|(?:pre|post)install)(?:\/|\.[cm]?[jt]s$)/;

/** A call that holds the event loop where requests are answered. */
export const syncBlocking: Rule = {
  id: 'sync-blocking',
  summary: 'A blocking call where requests are answered',
  needs: [/Sync\b|\bsync\(/],
  reader: filledOnceReader,
  onCall(occurrence, { linker, requests }) {
    const { file, root, inside, event } = occurrence;
    if (runsAtStart(file, inside)) return null;
    const blocking = findBlocking(linker, occurrence);
    if (!blocking || isFilledOnce(file, event.span)) return null;
    const known = requests.wayTo(inside) ?? requests.wayTo(root);
    const way = known ?? [];
    const onRequest = known !== null || answersRequest(file, inside);
    if (!onRequest && (commandLine.test(file.path) || isCalledAtStart(linker, file, inside))) return null;
    const where = onRequest ? 'where a request is answered' : 'in a function that may run while requests are answered';
    return {
      span: event.span,
      kind: 'blocking',
      message: `\`${blocking.name}\` blocks the event loop ${where}: ${holds[blocking.cost]}.`,
      severity: severityOf(blocking, onRequest),
      chain: [...way, { file: file.path, span: event.span, label: event.label }],
      advice: blocking.from.instead,
    };
  },
};
