import type { Linker } from '../callgraph/linker.ts';
import type { Occurrence } from '../callgraph/occurrences.ts';
import type { Coverage } from '../model/finding.ts';

/** Members of lists, texts, maps and promises: nobody expects a function of the project behind them. */
const builtIn = new Set([
  'push', 'join', 'split', 'map', 'filter', 'forEach', 'reduce', 'includes', 'indexOf', 'slice', 'concat', 'has', 'keys', 'values', 'entries', 'toString', 'trim', 'replace', 'startsWith', 'endsWith', 'toLowerCase',
  'toUpperCase', 'then', 'catch', 'finally', 'sort', 'some', 'every', 'find', 'findIndex', 'flat', 'flatMap', 'log', 'warn', 'error', 'debug', 'info', 'match', 'test', 'toISOString', 'getTime', 'padStart', 'replaceAll',
]);

/** Counts, among calls in loops, those whose callee is known: project code, a package, or a client. */
export class CoverageCount {
  readonly #linker: Linker;
  #resolved = 0;
  #calls = 0;

  constructor(linker: Linker) {
    this.#linker = linker;
  }

  add({ file, event: { term }, loops }: Occurrence): void {
    if (loops.length === 0 || term.kind !== 'call') return;
    const { callee } = term;
    if (callee.kind === 'global' || (callee.kind === 'member' && (builtIn.has(callee.name) || callee.object.kind === 'global'))) return;
    this.#calls++;
    if (this.#linker.values(file, callee).length > 0) this.#resolved++;
  }

  get(): Coverage {
    return { resolved: this.#resolved, calls: this.#calls };
  }
}
