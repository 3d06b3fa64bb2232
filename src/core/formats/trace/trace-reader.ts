import type { NamedProfile } from '../../model/named-profile.ts';
import type { Problem } from '../../model/problem.ts';
import { type FormatReader, mostProfiles, type ReadProfiles, tooManyProfiles } from '../format-reader.ts';
import { FrameSet } from '../frame-set.ts';
import { JsonWalker } from '../json/json-walker.ts';
import { array, object, type Verdict } from '../json/shape.ts';
import { eventShape } from './event-shape.ts';
import { SampleStream } from './sample-stream.ts';
import { type SpanKind, SpanLanes } from './span-lanes.ts';
import type { TraceEvent } from './trace-event.ts';

/** A trace of Chrome or Node: V8's CPU profiles of its threads; where it has none, the events that begin and end. */
export class TraceReader implements FormatReader {
  readonly #frames = new FrameSet();
  readonly #phases = new Map<number, SpanKind>([[this.#frames.word('B'), 'begin'], [this.#frames.word('E'), 'end'], [this.#frames.word('X'), 'whole']]);
  readonly #names = { profile: this.#frames.word('Profile'), chunk: this.#frames.word('ProfileChunk'), thread: this.#frames.word('thread_name') };
  readonly #streams = new Map<string, SampleStream>();
  readonly #spans = new SpanLanes();
  /** Rows of texts by process and thread. */
  readonly #titles = new Map<string, number>();
  readonly #isArray: boolean;
  readonly #walker: JsonWalker;

  /** @param form the bare array of events, or an object around it */
  constructor(form: 'array' | 'object') {
    const events = array(eventShape(this.#frames, (event) => this.#take(event)));
    this.#isArray = form === 'array';
    this.#walker = new JsonWalker(this.#isArray ? events : object({ traceEvents: events }), this.#frames.texts);
  }

  push(chunk: Uint8Array): void {
    this.#walker.push(chunk);
  }

  end(): ReadProfiles {
    const walker = this.#walker;
    walker.end();
    if (walker.fault !== null) return { ok: false, problem: walker.fault };
    // The array may lack its end: whoever writes a trace may be ended at any time.
    const whole = walker.done || (this.#isArray && walker.depth === 1);
    const problems: Problem[] = whole ? [] : [{ code: 'truncated', message: 'The file is cut off; what is whole is shown', byte: walker.total }];
    const sampled = [...this.#streams.values()].filter(({ samples }) => samples > 0);
    const value = sampled.length > 0 ? this.#finishStreams(sampled, problems) : this.#finishSpans(problems);
    if (value.length > 0) return { ok: true, value, problems };
    return { ok: false, problem: { code: 'missing-field', message: 'The trace holds no CPU profile and no events that begin and end', ...(whole ? { field: 'traceEvents' } : { byte: walker.total }) } };
  }

  #take(event: TraceEvent): Verdict {
    const { name, phase, pid, id, title } = event;
    if (name === this.#names.profile || name === this.#names.chunk) {
      const key = `${pid} ${id}`;
      const stream = this.#streams.get(key) ?? new SampleStream(event, this.#frames.root);
      this.#streams.set(key, stream);
      if (this.#streams.size > mostProfiles) return tooManyProfiles;
      if (name === this.#names.profile) stream.threadId = event.tid;
      return stream.add(event);
    }
    const span = this.#phases.get(phase);
    if (span !== undefined) return this.#spans.add(span, event);
    if (name === this.#names.thread) this.#titles.set(`${pid} ${event.tid}`, title);
    return undefined;
  }

  #finishStreams(streams: readonly SampleStream[], problems: Problem[]): NamedProfile[] {
    const functions = this.#frames.toFunctions();
    return streams.map((stream) => {
      const { profile, problems: found } = stream.finish(functions);
      problems.push(...found);
      return this.#name(stream.pid, stream.threadId, functions.strings, profile, 'cpu');
    });
  }

  #finishSpans(problems: Problem[]): NamedProfile[] {
    const lanes = this.#spans.finish(this.#frames);
    const { unopened, unclosed } = this.#spans;
    if (unopened > 0) problems.push({ code: 'not-open', message: `${unopened} events end that did not begin; they are left out`, field: 'traceEvents' });
    if (unclosed > 0) problems.push({ code: 'not-closed', message: `${unclosed} events do not end; they are taken to run up to the last one`, field: 'traceEvents' });
    const strings = this.#frames.texts.toStrings();
    return lanes.map(({ pid, tid, profile }) => this.#name(pid, tid, strings, profile, 'events'));
  }

  /** A thread's id is that of the process when it is the main one. */
  #name(pid: number, tid: number, strings: readonly string[], profile: NamedProfile['profile'], value: string): NamedProfile {
    return { label: strings[this.#titles.get(`${pid} ${tid}`) ?? 0], value, pid, threadId: tid === pid ? 0 : tid, profile };
  }
}
