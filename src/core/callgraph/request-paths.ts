import type { FileFacts, FunctionFacts } from './facts.ts';
import type { Occurrences } from './occurrences.ts';
import type { ProjectHost } from './project-host.ts';
import { isExported, isRequestEntry } from './request-entry.ts';
import { describeFunction, type Hop, type Summaries } from './summarize.ts';

/** A function on the way of a request; `from` is the one that calls it, and where. */
interface Step {
  readonly file: FileFacts;
  readonly facts: FunctionFacts;
  readonly from: { readonly step: Step; readonly hop: Hop } | null;
  readonly depth: number;
}

/** Longer ways are not followed. */
const deepest = 8;

/** Which functions run while a request is answered, and the shortest way to them. Looked for once, when first asked. */
export class RequestPaths {
  readonly #host: ProjectHost;
  readonly #occurrences: Occurrences;
  readonly #summaries: Summaries;
  #steps: Map<FunctionFacts, Step> | null = null;

  constructor(host: ProjectHost, occurrences: Occurrences, summaries: Summaries) {
    this.#host = host;
    this.#occurrences = occurrences;
    this.#summaries = summaries;
  }

  /** The calls from the function that answers to this one, the outermost first; `null` when no request is known to come here. */
  wayTo(facts: FunctionFacts): readonly Hop[] | null {
    this.#steps ??= this.#walk();
    const found = this.#steps.get(facts);
    if (!found) return null;
    const hops: Hop[] = [];
    for (let at: Step | null = found; at?.from; at = at.from.step) hops.unshift(at.from.hop);
    return hops;
  }

  #walk(): Map<FunctionFacts, Step> {
    const steps = new Map<FunctionFacts, Step>();
    const open = this.#host.filesMarked('entries').flatMap((path) => {
      const file = this.#host.facts(path);
      return file ? file.functions.filter((facts) => isRequestEntry(file, facts) || (this.#host.isEntry(path) && isExported(file, facts))).map((facts): Step => ({ file, facts, from: null, depth: 0 })) : [];
    });
    for (const step of open) {
      if (steps.has(step.facts)) continue;
      steps.set(step.facts, step);
      if (step.depth < deepest) open.push(...this.#next(step));
    }
    return steps;
  }

  /** What a function calls, and the functions that run in place of it. A call whose answer is kept in a cache is not made for each request. */
  #next(step: Step): Step[] {
    const { file, facts, depth } = step;
    return [...this.#occurrences.of(file, facts)].flatMap((occurrence) => {
      const { inside, event } = occurrence;
      const inPlace: Step[] = inside === facts ? [] : [{ file, facts: inside, from: step.from, depth }];
      if (event.memoised) return inPlace;
      const called = this.#summaries.callees(occurrence).map((callee): Step => {
        const target = callee.file.functions[callee.id];
        return { file: callee.file, facts: target, depth: depth + 1, from: { step, hop: { file: file.path, span: event.span, label: describeFunction(callee.file, target) } } };
      });
      return [...inPlace, ...called];
    });
  }
}
