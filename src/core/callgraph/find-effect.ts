import { shapeAwaited } from './ask-catalogue.ts';
import { sqlText } from '../catalogue/sql-text.ts';
import type { EventFacts, FileFacts, Usage } from './facts.ts';
import type { Linker } from './linker.ts';
import type { Term } from './terms.ts';
import type { Run, Value } from './value.ts';

/** A round trip that an event is. */
export interface Effect extends Run {
  readonly label: string;
}

const waited = new Set<Usage>(['awaited', 'all', 'returned', 'argument']);

const runOfValue = (linker: Linker, value: Value, usage: Usage): Run | null => {
  if (value.kind === 'run') return value.lazy && !waited.has(usage) ? null : value;
  if (value.kind !== 'external') return null;
  const known = linker.catalogue.findExport(value.module, value.path);
  const access = known?.exported.runs;
  return known && access !== undefined ? { client: known.client, access, lazy: false, batched: false, inProcess: false, answer: null } : null;
};

const runOfAwaited = (linker: Linker, file: FileFacts, { term, usage }: EventFacts): Run | null => {
  if (!waited.has(usage)) return null;
  for (const value of linker.values(file, term)) {
    const run = value.kind === 'shape' && !value.member ? shapeAwaited(value.client, value.shape) : null;
    if (run) return run;
  }
  return null;
};

/** A builder that nobody waits for here: it is kept, and runs where somebody does. */
export const isOnlyBuilt = (linker: Linker, file: FileFacts, { term, usage }: EventFacts): boolean =>
  !waited.has(usage) && linker.values(file, term).some((value) => value.kind === 'shape' && !value.member && shapeAwaited(value.client, value.shape) !== null);

/** Text that is written in place or held by a name of the file. */
const textOf = (file: FileFacts, term: Term, steps = 0): string => {
  if (term.kind === 'text') return term.text;
  if (term.kind === 'either') return term.options.map((option) => textOf(file, option, steps + 1)).find((text) => text !== '') ?? '';
  return term.kind === 'binding' && steps < 4 ? textOf(file, file.bindings[term.id], steps + 1) : '';
};

/** Nothing is known of the receiver, but a member no other library has, or SQL as the first argument, says what it is. */
const runByName = (linker: Linker, file: FileFacts, { term, args, usage }: EventFacts): Run | null => {
  if (term.kind !== 'call' || term.callee.kind !== 'member') return null;
  const { object, name } = term.callee;
  if (linker.values(file, object).some((value) => value.kind !== 'namespace' && (value.kind !== 'external' || value.module !== ''))) return null;
  const sql = args[0] ? textOf(file, args[0].term) : '';
  if (sqlText.methods.includes(name) && sqlText.statement.test(sql)) return { client: sqlText.client, access: 'read', lazy: false, batched: false, inProcess: false, answer: null };
  const run = linker.catalogue.unmistakableRun(name, (modules) => linker.host.uses(modules));
  return run && (!run.lazy || waited.has(usage)) ? run : null;
};

/** The round trip an event is by itself; `null` for none. */
export const findEffect = (linker: Linker, file: FileFacts, event: EventFacts): Effect | null => {
  const { term, usage, label } = event;
  if (term.kind === 'call' || term.kind === 'tag') {
    for (const value of linker.values(file, term.callee)) {
      const run = runOfValue(linker, value, usage);
      if (run) return { ...run, label };
    }
  }
  const run = runOfAwaited(linker, file, event) ?? runByName(linker, file, event);
  return run && { ...run, label };
};
