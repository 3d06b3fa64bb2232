import { CallTreeBuilder } from '../../model/call-tree-builder.ts';
import { growingFloats, growingInts } from '../../model/growing-column.ts';
import type { Problem } from '../../model/problem.ts';
import { buildProfile } from '../../model/profile-builder.ts';
import type { Profile } from '../../model/profile.ts';
import { TickBuilder } from '../../model/tick-builder.ts';
import type { NamedFunctions } from '../../model/weight-builder.ts';
import type { Verdict } from '../json/shape.ts';
import { lengthMismatch } from '../length-mismatch.ts';
import type { TraceEvent } from './trace-event.ts';

const largestLine = 0x7fffffff;

/** One thread's CPU profile, which V8 writes into a trace piece by piece. */
export class SampleStream {
  readonly pid: number;
  /** Of the thread that is profiled; the pieces come from V8's own. */
  threadId: number;
  readonly #tree: CallTreeBuilder;
  readonly #rows = new Map<number, number>();
  readonly #samples = growingInts();
  readonly #deltas = growingFloats();
  readonly #ticks = new TickBuilder();
  #startTime: number | null = null;
  #endTime: number | null = null;
  #hasRoot = false;

  constructor({ pid, tid }: TraceEvent, root: number) {
    this.pid = pid;
    this.threadId = tid;
    this.#tree = new CallTreeBuilder(root);
  }

  get samples(): number {
    return this.#samples.length;
  }

  /** Takes the nodes, samples and times of an event. */
  add(event: TraceEvent): Verdict {
    this.#startTime ??= event.startTime;
    this.#endTime = event.endTime ?? this.#endTime;
    return this.#addNodes(event) ?? this.#addSamples(event);
  }

  #addNodes({ nodeIds, nodeParents, nodeFunctions }: TraceEvent): Verdict {
    for (const [index, id] of nodeIds.entries()) {
      const within = `.args.data.cpuProfile.nodes[${index}]`;
      if (this.#rows.has(id)) return { code: 'duplicate-id', message: `Two nodes have the id ${id}`, within: `${within}.id` };
      const parent = nodeParents[index];
      if (parent < 0 && this.#hasRoot) return { code: 'two-roots', message: 'Two nodes have no caller', within };
      const row = parent < 0 ? 0 : this.#rows.get(parent);
      if (row === undefined) return { code: 'unknown-id', message: `No node has the id ${parent}`, within: `${within}.parent` };
      this.#hasRoot ||= parent < 0;
      this.#rows.set(id, parent < 0 ? 0 : this.#tree.child(row, nodeFunctions[index]));
    }
    return undefined;
  }

  #addSamples({ samples, deltas, lines }: TraceEvent): Verdict {
    if (samples.length !== deltas.length) return { ...lengthMismatch(samples.length, deltas.length, 'time deltas'), within: '.args.data.timeDeltas' };
    for (const [index, id] of samples.entries()) {
      const row = this.#rows.get(id);
      if (row === undefined) return { code: 'unknown-id', message: `No node has the id ${id}`, within: `.args.data.cpuProfile.samples[${index}]` };
      this.#samples.push(row);
      this.#deltas.push(deltas[index]);
      const line = lines[index] ?? 0;
      if (Number.isInteger(line) && line > 0 && line <= largestLine) this.#ticks.add(row, line, 1);
    }
    return undefined;
  }

  finish({ strings, functions }: NamedFunctions): { readonly profile: Profile; readonly problems: readonly Problem[] } {
    const { length } = this.#tree;
    return buildProfile({
      strings,
      functions,
      ...this.#tree.toColumns(),
      hits: new Int32Array(length),
      ticks: this.#ticks.toColumns(length),
      samples: this.#samples.toColumn(),
      deltas: this.#deltas.toColumn(),
      startTime: this.#startTime,
      endTime: this.#endTime,
    });
  }
}
