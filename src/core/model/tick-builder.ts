import { growingFloats } from './growing-column.ts';
import { PairTable } from './pair-table.ts';
import type { TickColumns } from './profile.ts';

/** The largest count a column of ticks holds. */
const mostTicks = 0x7fffffff;

/** Lines by node in any order, added up. */
export class TickBuilder {
  readonly #pairs = new PairTable();
  readonly #weights = growingFloats();

  /** @param line 1-based */
  add(node: number, line: number, weight: number): void {
    const row = this.#pairs.row(node, line);
    if (row === this.#weights.length) this.#weights.push(0);
    this.#weights.add(row, weight);
  }

  /** By node. Only the share of a line among those of its node matters, so what is too large for a count is scaled down. */
  toColumns(nodes: number): TickColumns {
    const { first, second, length } = this.#pairs;
    const start = new Int32Array(nodes + 1);
    for (const node of first) start[node + 1]++;
    for (let node = 0; node < nodes; node++) start[node + 1] += start[node];
    const next = start.slice();
    const line = new Int32Array(length);
    const count = new Int32Array(length);
    let largest = 0;
    for (let row = 0; row < length; row++) largest = Math.max(largest, this.#weights.at(row));
    const scale = largest > mostTicks ? mostTicks / largest : 1;
    for (let row = 0; row < length; row++) {
      const place = next[first[row]]++;
      line[place] = second[row];
      count[place] = Math.round(this.#weights.at(row) * scale);
    }
    return { start, line, count };
  }
}
