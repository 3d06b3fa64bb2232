import type { EventFacts, FileFacts, FunctionFacts, LoopFacts, NoteFacts, ScopePlace, Usage } from './facts.ts';
import type { Invocations } from './invocation.ts';
import type { Linker } from './linker.ts';
import { isSequential } from './list-methods.ts';
import type { Term } from './terms.ts';

/** A loop around a call, be it a statement or a function run once per element. */
export interface LoopContext extends Pick<LoopFacts, 'over' | 'iterable' | 'tags' | 'span' | 'head'> {
  readonly kind: LoopFacts['kind'] | 'callback';
  readonly file: FileFacts;
  /** What is declared in that function, below that many of its loops or deeper, is made anew each turn. */
  readonly turn: ScopePlace;
  /** The next element does not wait for this one. */
  readonly concurrent: boolean;
  /** What becomes of the list of answers, for callbacks. */
  readonly usage: Usage;
}

/** A call as it stands in a function, with the functions that are written in place put where they run. */
export interface Occurrence {
  readonly file: FileFacts;
  /** The function the walk began with. */
  readonly root: FunctionFacts;
  readonly event: EventFacts;
  /** Outermost first. */
  readonly loops: readonly LoopContext[];
  /** The function the call is written in. */
  readonly inside: FunctionFacts;
}

/** A note as it stands in a function, with the loops of the functions around it that run it in place. */
export interface NotedPlace extends Pick<Occurrence, 'file' | 'root' | 'loops' | 'inside'> {
  readonly note: NoteFacts;
}

const depthLimit = 30;

const statementLoops = (file: FileFacts, functionId: number, { loops, usage }: Pick<EventFacts, 'loops' | 'usage'>): LoopContext[] =>
  loops.map(({ kind, over, iterable, tags, span, head }, index) => ({ kind, over, iterable, tags, span, head, file, turn: { functionId, depth: index + 1 }, usage: 'discarded', concurrent: usage !== 'awaited' && usage !== 'returned' && usage !== 'chained' && usage !== 'all' }));

const nameOf = (term: Term): string => (term.kind === 'call' && term.callee.kind === 'member' ? term.callee.name : '');

/** Gives each call of a function, and of the functions it runs in place, with the loops around it. */
export class Occurrences {
  readonly #linker: Linker;
  readonly #invocations: Invocations;
  /** Functions that were put where they run. */
  readonly placed = new Set<FunctionFacts>();
  readonly #around = new Map<FunctionFacts, Pick<Occurrence, 'root' | 'loops'>>();

  constructor(linker: Linker, invocations: Invocations) {
    this.#linker = linker;
    this.#invocations = invocations;
  }

  *of(file: FileFacts, root: FunctionFacts): Generator<Occurrence> {
    yield* this.#within(file, root, root, [], 0);
  }

  /** Where a note stands; functions around it that were walked before add their loops. */
  placeOf(file: FileFacts, note: NoteFacts): NotedPlace {
    const inside = file.functions[note.functionId];
    const { root, loops } = this.#around.get(inside) ?? { root: inside, loops: [] };
    return { file, root, inside, note, loops: [...loops, ...statementLoops(file, inside.id, { loops: note.loops, usage: 'value' })] };
  }

  *#within(file: FileFacts, root: FunctionFacts, inside: FunctionFacts, outer: readonly LoopContext[], depth: number): Generator<Occurrence> {
    if (depth > depthLimit) return;
    this.#around.set(inside, { root, loops: outer });
    for (const event of inside.events) {
      const loops = event.loops.length > 0 ? [...outer, ...statementLoops(file, inside.id, event)] : outer;
      yield { file, root, event, loops, inside };
      if (event.term.kind === 'call' || event.term.kind === 'new') yield* this.#given(file, root, inside, event, event.term.args, loops, depth);
    }
  }

  *#given(file: FileFacts, root: FunctionFacts, inside: FunctionFacts, event: EventFacts, args: readonly Term[], loops: readonly LoopContext[], depth: number): Generator<Occurrence> {
    for (const [index, arg] of args.entries()) {
      const literal = arg.kind === 'function' ? file.functions[arg.id] : null;
      if (!literal && (arg.kind !== 'binding' && arg.kind !== 'member' && !isBound(arg))) continue;
      const invocation = this.#invocations.of(file, event, index);
      if (invocation === 'kept' || (!literal && invocation !== 'each')) continue;
      const around = invocation === 'each' ? [...loops, this.#callbackLoop(file, event, literal)] : loops;
      if (literal) {
        this.placed.add(literal);
        yield* this.#within(file, root, literal, around, depth + 1);
      } else if (this.#linker.values(file, arg).some(({ kind }) => kind === 'function' || kind === 'run' || kind === 'external')) {
        // `ids.map(load)`: the call is not written, but it is made.
        yield { file, root, inside, loops: around, event: { ...event, term: { kind: 'call', callee: arg, args: [] }, usage: event.usage === 'all' ? 'all' : 'returned', each: null, args: [] } };
      }
    }
  }

  #callbackLoop(file: FileFacts, { each, term, usage, label, span }: EventFacts, literal: FunctionFacts | null): LoopContext {
    return {
      kind: 'callback',
      over: each?.over ?? label,
      iterable: each?.iterable ?? { kind: 'unknown' },
      tags: each?.tags ?? [],
      span,
      head: { line: span.line, endLine: literal?.span.line ?? span.endLine },
      file,
      turn: { functionId: literal?.id ?? -1, depth: 0 },
      usage,
      concurrent: !isSequential(nameOf(term)),
    };
  }
}

/** `this.load.bind(this)`. */
const isBound = (term: Term): boolean => term.kind === 'call' && term.callee.kind === 'member' && term.callee.name === 'bind';
