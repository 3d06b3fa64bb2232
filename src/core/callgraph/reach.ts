import type { FileFacts, FunctionFacts } from './facts.ts';
import type { Occurrence, Occurrences } from './occurrences.ts';
import { describeFunction, type Hop, type Summaries } from './summarize.ts';

/** Something a call is or ends in, with the way there; the call's own place is the first hop. */
export interface Reached<Found> {
  readonly found: Found;
  readonly hops: readonly Hop[];
}

const longestChain = 8;

/** Finds calls of one kind behind other calls. Each function is asked once; one that leads back to itself has no answer there. */
export class Reach<Found> {
  readonly #occurrences: Occurrences;
  readonly #summaries: Summaries;
  readonly #find: (occurrence: Occurrence) => Found | null;
  readonly #known = new Map<FunctionFacts, Reached<Found> | null>();

  constructor(occurrences: Occurrences, summaries: Summaries, find: (occurrence: Occurrence) => Found | null) {
    this.#occurrences = occurrences;
    this.#summaries = summaries;
    this.#find = find;
  }

  /** What a call is or ends in; `null` for nothing of the kind. */
  from(occurrence: Occurrence): Reached<Found> | null {
    const { file, event } = occurrence;
    const here = { file: file.path, span: event.span, label: event.label };
    const found = this.#find(occurrence);
    if (found !== null) return { found, hops: [here] };
    for (const callee of this.#summaries.callees(occurrence)) {
      const facts = callee.file.functions[callee.id];
      const behind = this.#within(callee.file, facts);
      if (behind && behind.hops.length < longestChain) return { found: behind.found, hops: [{ ...here, label: describeFunction(callee.file, facts) }, ...behind.hops] };
    }
    return null;
  }

  #within(file: FileFacts, facts: FunctionFacts): Reached<Found> | null {
    const known = this.#known.get(facts);
    if (known !== undefined) return known;
    this.#known.set(facts, null);
    for (const occurrence of this.#occurrences.of(file, facts)) {
      const reached = this.from(occurrence);
      if (!reached) continue;
      this.#known.set(facts, reached);
      return reached;
    }
    return null;
  }
}
