import type { FileFacts, FunctionFacts, Span } from './facts.ts';
import { type Effect, findEffect, isOnlyBuilt } from './find-effect.ts';
import type { Linker } from './linker.ts';
import { multiplies } from './multiplies.ts';
import type { Occurrence, Occurrences } from './occurrences.ts';
import type { FunctionValue } from './value.ts';

/** A place on the way from a loop to a client's call. */
export interface Hop {
  readonly file: string;
  readonly span: Span;
  /** The function that is called here, or the client's call. */
  readonly label: string;
}

/** That a call ends in a round trip, and by which way. */
export interface Witness {
  readonly effect: Effect;
  /** From the first call to the client's call. */
  readonly hops: readonly Hop[];
}

/** What calling a function once does. */
export interface Summary {
  /** A round trip outside of loops over data, by the shortest way. */
  readonly query: Witness | null;
  /** Has a loop of its own that asks once per element. */
  readonly loops: boolean;
}

interface Entry {
  summary: Summary;
  done: boolean;
  /** Its place on the stack of open questions. */
  index: number;
  low: number;
}

const nothing: Summary = { query: null, loops: false };
const longestChain = 8;
const mostCallees = 5;
const mostRounds = 10;

/** What calling each function does. Functions that call each other in a circle are asked again until nothing changes. */
export class Summaries {
  readonly #linker: Linker;
  readonly #occurrences: Occurrences;
  readonly #entries = new Map<FunctionFacts, Entry>();
  readonly #stack: { readonly file: FileFacts; readonly facts: FunctionFacts; readonly entry: Entry }[] = [];

  constructor(linker: Linker, occurrences: Occurrences) {
    this.#linker = linker;
    this.#occurrences = occurrences;
  }

  of(file: FileFacts, facts: FunctionFacts): Summary {
    return this.#ask(file, facts).summary;
  }

  /** The functions of the project a call runs; none when there are too many to tell. */
  callees({ file, event: { term } }: Occurrence): readonly FunctionValue[] {
    if (term.kind !== 'call') return [];
    const functions = this.#linker.values(file, term.callee).filter((value) => value.kind === 'function');
    return functions.length > mostCallees ? [] : functions;
  }

  /** The round trip a call is or ends in, with the way there; its own place is the first hop. */
  witness(occurrence: Occurrence): Witness | null {
    const { file, event } = occurrence;
    const effect = findEffect(this.#linker, file, event);
    const here = { file: file.path, span: event.span, label: event.label };
    let best: Witness | null = null;
    for (const callee of this.callees(occurrence)) {
      const facts = callee.file.functions[callee.id];
      const { query } = this.of(callee.file, facts);
      if (query?.effect.lazy && !facts.isAsync && isOnlyBuilt(this.#linker, file, event)) continue;
      if (query && (!best || query.hops.length + 1 < best.hops.length)) best = { effect: query.effect, hops: [{ ...here, label: describeFunction(callee.file, facts) }, ...query.hops].slice(0, longestChain) };
    }
    // A function that hands out a lazy query is run by who waits for it, but the query is written in the function.
    return best ?? (effect && { effect, hops: [here] });
  }

  #ask(file: FileFacts, facts: FunctionFacts): Entry {
    const known = this.#entries.get(facts);
    if (known) return known;
    const entry: Entry = { summary: nothing, done: false, index: this.#stack.length, low: this.#stack.length };
    this.#entries.set(facts, entry);
    this.#stack.push({ file, facts, entry });
    entry.summary = this.#compute(file, facts, entry);
    if (entry.low === entry.index) this.#settle(entry);
    return entry;
  }

  /** `entry` opened a circle, or none: what was opened since is asked again until it stays the same. */
  #settle(entry: Entry): void {
    const circle = this.#stack.splice(entry.index);
    for (let round = 0, changed = circle.length > 1; changed && round < mostRounds; round++) {
      changed = false;
      for (const { file, facts, entry: member } of circle) {
        const next = this.#compute(file, facts, member);
        changed ||= (next.query === null) !== (member.summary.query === null) || next.loops !== member.summary.loops;
        member.summary = next;
      }
    }
    for (const { entry: member } of circle) member.done = true;
  }

  #compute(file: FileFacts, facts: FunctionFacts, entry: Entry): Summary {
    let query: Witness | null = null;
    let loops = false;
    for (const occurrence of this.#occurrences.of(file, facts)) {
      for (const callee of this.callees(occurrence)) {
        const asked = this.#ask(callee.file, callee.file.functions[callee.id]);
        if (!asked.done) entry.low = Math.min(entry.low, asked.low);
        loops ||= asked.summary.loops;
      }
      const witness = this.witness(occurrence);
      if (!witness) continue;
      if (occurrence.loops.some((loop) => multiplies(this.#linker, loop, occurrence))) loops = true;
      else if (!query || witness.hops.length < query.hops.length) query = witness;
    }
    return { query, loops };
  }
}

/** `CustomerRepository.byId`, `loadCustomer`. */
export const describeFunction = (file: FileFacts, { name, classId }: FunctionFacts): string => {
  const owner = classId < 0 ? '' : file.classes[classId].name;
  return owner ? `${owner}.${name}` : name || 'a function';
};
