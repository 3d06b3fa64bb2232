import { growingFloats, growingInts } from '../../model/growing-column.ts';
import { PairTable } from '../../model/pair-table.ts';
import type { Profile } from '../../model/profile.ts';
import type { NamedFunctions } from '../../model/weight-builder.ts';
import { mostProfiles, tooManyProfiles } from '../format-reader.ts';
import type { Verdict } from '../json/shape.ts';
import type { FrameSet } from '../frame-set.ts';
import { SpanStack } from '../span-stack.ts';
import type { TraceEvent } from './trace-event.ts';

export type SpanKind = 'begin' | 'end' | 'whole';
const kinds: readonly SpanKind[] = ['end', 'begin', 'whole'];

export interface SpanLane {
  readonly pid: number;
  readonly tid: number;
  readonly profile: Profile;
}

/** Events with a beginning and an end, by thread: stacks of a trace that holds no samples. Kept as columns until all are there. */
export class SpanLanes {
  /** Ends that had no beginning. */
  unopened = 0;
  /** Beginnings that had no end. */
  unclosed = 0;
  readonly #threads = new Map<string, number>();
  readonly #threadIds: (readonly [pid: number, tid: number])[] = [];
  readonly #thread = growingInts();
  readonly #kind = growingInts();
  readonly #name = growingInts();
  readonly #time = growingFloats();
  readonly #duration = growingFloats();

  add(kind: SpanKind, { pid, tid, name, time, duration }: TraceEvent): Verdict {
    if (Number.isNaN(time) || (kind === 'whole' && !(duration >= 0))) return undefined;
    const key = `${pid} ${tid}`;
    const thread = this.#threads.get(key) ?? this.#threadIds.push([pid, tid]) - 1;
    this.#threads.set(key, thread);
    if (thread >= mostProfiles) return tooManyProfiles;
    this.#thread.push(thread);
    this.#kind.push(kinds.indexOf(kind));
    this.#name.push(name);
    this.#time.push(time);
    this.#duration.push(kind === 'whole' ? duration : 0);
    return undefined;
  }

  /** A profile for each thread in which time passed. */
  finish(frames: FrameSet): SpanLane[] {
    const functions = new PairTable();
    const funcs: number[] = [];
    const functionOf = (name: number): number => {
      const row = functions.row(name, 0);
      if (row === funcs.length) funcs.push(frames.add(name, 0, 0, 0));
      return funcs[row];
    };
    const idle = frames.add(frames.word('(idle)'), 0, 0, 0);
    const order = this.#sort();
    const lanes: { pid: number; tid: number; build: (functions: NamedFunctions) => Profile }[] = [];
    for (let from = 0, to = 0; from < order.length; from = to) {
      const thread = this.#thread.at(order[from]);
      while (to < order.length && this.#thread.at(order[to]) === thread) to++;
      const builder = frames.plantTree();
      const startTime = this.#time.at(order[from]);
      this.#play(order.subarray(from, to), new SpanStack(builder, idle, startTime), functionOf);
      const [pid, tid] = this.#threadIds[thread];
      lanes.push({ pid, tid, build: (functions) => builder.build(functions, 'microseconds', { startTime: Math.max(0, startTime) }) });
    }
    const named = frames.toFunctions();
    return lanes.map(({ pid, tid, build }) => ({ pid, tid, profile: build(named) })).filter(({ profile }) => profile.endTime > profile.startTime);
  }

  /** By thread and time; what ends before what begins then, the longer before the shorter. */
  #sort(): Uint32Array {
    const [thread, time, kind, duration] = [this.#thread.toColumn(), this.#time.toColumn(), this.#kind.toColumn(), this.#duration.toColumn()];
    return Uint32Array.from(time.keys()).sort((a, b) => thread[a] - thread[b] || time[a] - time[b] || Math.min(1, kind[a]) - Math.min(1, kind[b]) || duration[b] - duration[a] || a - b);
  }

  /** Opens and closes the spans of a thread; one that outlasts its caller ends with it. */
  #play(order: Uint32Array, spans: SpanStack, functionOf: (name: number) => number): void {
    /** By open span: when it ends; endless for one that waits for its end. */
    const ends: number[] = [];
    const closeUntil = (moment: number): void => {
      for (let end = ends.at(-1); end !== undefined && end <= moment; end = ends.at(-1)) {
        spans.advance(end);
        spans.close();
        ends.pop();
      }
    };
    for (const at of order) {
      const time = this.#time.at(at);
      closeUntil(time);
      spans.advance(time);
      if (kinds[this.#kind.at(at)] !== 'end') {
        const end = kinds[this.#kind.at(at)] === 'whole' ? time + this.#duration.at(at) : Infinity;
        ends.push(Math.min(end, ends.at(-1) ?? Infinity));
        spans.open(functionOf(this.#name.at(at)));
      } else if (ends.includes(Infinity)) {
        while (ends.pop() !== Infinity) spans.close();
        spans.close();
      } else this.unopened++;
    }
    closeUntil(Number.MAX_VALUE);
    this.unclosed += ends.length;
  }
}
