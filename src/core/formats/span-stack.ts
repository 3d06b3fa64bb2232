import type { CallTreeBuilder } from '../model/call-tree-builder.ts';
import type { WeightBuilder } from '../model/weight-builder.ts';

/** Turns the opening and closing of frames into samples: what is open between two moments gets the time between them. */
export class SpanStack {
  /** The open node. */
  node = 0;
  /** The latest moment so far. */
  now: number;
  readonly #builder: WeightBuilder<CallTreeBuilder>;
  readonly #idle: number;

  /** @param idle function of the time when nothing is open */
  constructor(builder: WeightBuilder<CallTreeBuilder>, idle: number, start: number) {
    this.#builder = builder;
    this.#idle = idle;
    this.now = start;
  }

  /** Goes on to a moment; an earlier one counts as now. */
  advance(moment: number): void {
    const passed = moment - this.now;
    if (!(passed > 0)) return;
    const node = this.node === 0 ? this.#builder.tree.child(0, this.#idle) : this.node;
    this.#builder.addSample(node, passed);
    this.now = moment;
  }

  open(func: number): void {
    this.node = this.#builder.tree.child(this.node, func);
  }

  close(): void {
    this.node = Math.max(0, this.#builder.tree.parentOf(this.node));
  }
}
