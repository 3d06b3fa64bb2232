import type { NamedProfile } from '../../model/named-profile.ts';
import type { Problem } from '../../model/problem.ts';
import { growingFloats, growingInts } from '../../model/growing-column.ts';
import type { NamedFunctions } from '../../model/weight-builder.ts';
import type { Verdict } from '../json/shape.ts';
import type { FrameSet } from '../frame-set.ts';
import { lengthMismatch } from '../length-mismatch.ts';
import { SpanStack } from '../span-stack.ts';
import type { Unit } from './units.ts';

/** One profile of the file while it is read. Its functions are the file's frames, the first of which is 2. */
export const firstFrame = 2;
const root = 0;
const idle = 1;

const valueNames = { microseconds: 'time', bytes: 'bytes', count: 'count' } as const;

export class ProfileDraft {
  name = 0;
  unit: Unit | null = null;
  kind: 'evented' | 'sampled' | null = null;
  startValue: number | null = null;
  endValue = 0;
  /** The largest frame named; frames may come after the profiles. */
  largestFrame = -1;
  readonly #builder;
  /** Of a sampled profile: the node of each stack. */
  readonly #nodes = growingInts();
  readonly #weights = growingFloats();
  #node = 0;
  #spans: SpanStack | null = null;
  #backwards = 0;

  constructor(frames: FrameSet) {
    this.#builder = frames.plantTree(root);
  }

  beginStack(): void {
    this.#node = 0;
  }

  pushFrame(frame: number): void {
    this.largestFrame = Math.max(this.largestFrame, frame);
    this.#node = this.#builder.tree.child(this.#node, frame + firstFrame);
  }

  endStack(): void {
    this.#nodes.push(this.#node);
  }

  pushWeight(weight: number): Verdict {
    if (weight < 0) return { code: 'negative-value', message: 'A weight must not be below 0' };
    this.#weights.push(weight);
    return undefined;
  }

  pushEvent(opens: boolean, frame: number, at: number): Verdict {
    const spans = (this.#spans ??= new SpanStack(this.#builder, idle, Math.min(this.startValue ?? at, at)));
    if (at < spans.now) this.#backwards++;
    spans.advance(at);
    this.largestFrame = Math.max(this.largestFrame, frame);
    if (opens) {
      spans.open(frame + firstFrame);
      return undefined;
    }
    if (spans.node === 0 || this.#builder.tree.functionOf(spans.node) !== frame + firstFrame) return { code: 'not-open', message: 'A frame is closed that is not the last one opened' };
    spans.close();
    return undefined;
  }

  /** Why it can't be used, as far as that shows only at its end. */
  check(): Verdict {
    if (this.kind === null) return { code: 'missing-field', message: 'A profile has no type' };
    if (this.unit === null) return { code: 'missing-field', message: 'A profile has no unit' };
    if (this.kind === 'evented' || this.#nodes.length === this.#weights.length) return undefined;
    return lengthMismatch(this.#nodes.length, this.#weights.length, 'weights');
  }

  finish(functions: NamedFunctions, field: string, label: string): { readonly named: NamedProfile; readonly problems: readonly Problem[] } {
    const { unit, scale } = this.unit ?? { unit: 'count', scale: 1 };
    const problems = this.kind === 'sampled' ? this.#addSamples() : this.#endSpans(field);
    const profile = this.#builder.build(functions, unit, { scale, startTime: Math.max(0, (this.startValue ?? 0) * scale), ordered: unit === 'microseconds' });
    return { named: { label, value: valueNames[unit], pid: null, threadId: null, profile }, problems };
  }

  #addSamples(): Problem[] {
    const length = Math.min(this.#nodes.length, this.#weights.length);
    for (let at = 0; at < length; at++) {
      const node = this.#nodes.at(at);
      this.#builder.addSample(node === 0 && this.#weights.at(at) > 0 ? this.#builder.tree.child(0, idle) : node, this.#weights.at(at));
    }
    return [];
  }

  #endSpans(field: string): Problem[] {
    const spans = this.#spans ?? new SpanStack(this.#builder, idle, this.startValue ?? this.endValue);
    const open = spans.node !== 0;
    spans.advance(this.endValue);
    return [
      ...(this.#backwards > 0 ? [{ code: 'time-went-back', message: `${this.#backwards} events stand before the one they follow; they are taken to happen with it`, field }] : []),
      ...(open ? [{ code: 'not-closed', message: 'Frames are open at the end; they are taken to run up to it', field }] : []),
    ];
  }
}
