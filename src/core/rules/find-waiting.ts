import { fileModules, fileReads, fileWrites } from '../catalogue/file-operations.ts';
import type { EffectKind } from '../catalogue/client.ts';
import type { Linker } from '../callgraph/linker.ts';
import type { Occurrence } from '../callgraph/occurrences.ts';
import type { Hop } from '../callgraph/summarize.ts';
import { reaching } from './reaching.ts';
import type { RuleContext } from './rule.ts';

/** Something outside the program that a call waits for. */
export interface Waiting {
  readonly kind: EffectKind | 'file';
  readonly access: 'read' | 'write';
  /** As written, for messages. */
  readonly label: string;
  /** Merged with others of the same tick, or not leaving the process. */
  readonly cheap: boolean;
  readonly hops: readonly Hop[];
}

/** `fs.promises.readFile` and its like, by the module they come from. */
const fileOperation = (linker: Linker, { file, event: { term, label } }: Occurrence): Pick<Waiting, 'access' | 'label'> | null => {
  if (term.kind !== 'call') return null;
  for (const value of linker.values(file, term.callee)) {
    if (value.kind !== 'external') continue;
    const from = fileModules.get(value.module);
    const name = value.path.at(-1) ?? '';
    if (from === undefined || (from === 'promises' && !value.path.includes('promises'))) continue;
    if (fileReads.has(name)) return { access: 'read', label };
    if (fileWrites.has(name)) return { access: 'write', label };
  }
  return null;
};

const reachFile = reaching((occurrence, { linker }) => fileOperation(linker, occurrence));

/** What a call waits for, itself or through functions: a query, request, process, or file; `null` when none is known. */
export const findWaiting = (occurrence: Occurrence, context: RuleContext): Waiting | null => {
  const witness = context.summaries.witness(occurrence);
  if (witness) {
    const { effect, hops } = witness;
    return { kind: effect.client.kind, access: effect.access, label: `${effect.label}\` (${effect.client.name})`, cheap: effect.batched || effect.inProcess, hops };
  }
  const reached = reachFile(occurrence, context);
  return reached && { kind: 'file', access: reached.found.access, label: `${reached.found.label}\``, cheap: false, hops: reached.hops };
};
