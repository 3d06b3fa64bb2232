import { categorizeFunction } from './categorize-function.ts';
import { growingFloats, growingInts } from './growing-column.ts';
import { PairTable } from './pair-table.ts';
import { categories, type FunctionColumns, type Profile, type ProfileUnit, type TickColumns } from './profile.ts';
import { microseconds } from './units.ts';

/** Functions as a format knows them. */
export interface NamedFunctions {
  readonly strings: readonly string[];
  readonly functions: Omit<FunctionColumns, 'category'>;
}

/** A call tree that is being made: parents stand before their children, row 0 is the root. */
export interface GrowingTree {
  readonly length: number;
  toColumns(): { readonly parent: Int32Array; readonly func: Int32Array };
}

/** The largest count a column of ticks holds. */
const mostTicks = 0x7fffffff;
const own = categories.indexOf('own');
const native = categories.indexOf('native');

/**
 * For formats that say themselves what each stack weighs: bytes, counts, or the time until the next stack. Those that leave it
 * to V8's rules of time use `buildProfile`.
 */
export class WeightBuilder<Tree extends GrowingTree> {
  readonly tree: Tree;
  readonly #self = growingFloats();
  readonly #samples = growingFloats();
  readonly #sampleNode = growingInts();
  readonly #sampleDuration = growingFloats();
  readonly #tickPairs = new PairTable();
  readonly #ticks = growingFloats();

  constructor(tree: Tree) {
    this.tree = tree;
  }

  /** What a node had by itself, and how many samples say so. */
  addWeight(node: number, weight: number, samples: number): void {
    while (this.#self.length < this.tree.length) {
      this.#self.push(0);
      this.#samples.push(0);
    }
    this.#self.add(node, weight);
    this.#samples.add(node, samples);
  }

  /** The same for a stack that has its place in the order of time. */
  addSample(node: number, duration: number): void {
    this.addWeight(node, duration, 1);
    this.#sampleNode.push(node);
    this.#sampleDuration.push(duration);
  }

  /** A 1-based line that a node ran, and how much that counts among the node's lines. */
  addTick(node: number, line: number, weight: number): void {
    const row = this.#tickPairs.row(node, line);
    while (this.#ticks.length <= row) this.#ticks.push(0);
    this.#ticks.add(row, weight);
  }

  /** @param startTime µs, where the file says; only time has a beginning */
  build({ strings, functions }: NamedFunctions, unit: ProfileUnit, startTime = 0): Profile {
    const { length } = this.tree;
    this.addWeight(0, 0, 0);
    const self = this.#self.toColumn();
    const duration = self.reduce((sum, value) => sum + value, 0);
    return {
      strings,
      functions: { ...functions, category: categorize(strings, functions) },
      nodes: { length, ...this.tree.toColumns(), self, samples: Int32Array.from(this.#samples.toColumn(), (count) => Math.min(mostTicks, Math.round(count))) },
      samples: { length: this.#sampleNode.length, node: this.#sampleNode.toColumn(), duration: this.#sampleDuration.toColumn() },
      ticks: this.#sortTicks(length),
      unit,
      startTime: microseconds(unit === 'microseconds' ? startTime : 0),
      endTime: microseconds(unit === 'microseconds' ? startTime + duration : 0),
    };
  }

  #sortTicks(nodes: number): TickColumns {
    const { first, second, length } = this.#tickPairs;
    const start = new Int32Array(nodes + 1);
    for (const node of first) start[node + 1]++;
    for (let node = 0; node < nodes; node++) start[node + 1] += start[node];
    const next = start.slice();
    const line = new Int32Array(length);
    const count = new Int32Array(length);
    let largest = 0;
    for (let row = 0; row < length; row++) largest = Math.max(largest, this.#ticks.at(row));
    // Only the share of a line among those of its node matters.
    const scale = largest > mostTicks ? mostTicks / largest : 1;
    for (let row = 0; row < length; row++) {
      const place = next[first[row]]++;
      line[place] = second[row];
      count[place] = Math.round(this.#ticks.at(row) * scale);
    }
    return { start, line, count };
  }
}

/** In a file that names no files at all, a function without one is not native: nothing is known of it. */
function categorize(strings: readonly string[], { length, name, url }: NamedFunctions['functions']): Uint8Array {
  const unnamed = url.every((text) => strings[text] === '') ? own : native;
  const category = new Uint8Array(length);
  for (let row = 0; row < length; row++) {
    const found = categorizeFunction(strings[name[row]], strings[url[row]]);
    category[row] = found === native && strings[url[row]] === '' ? unnamed : found;
  }
  return category;
}
