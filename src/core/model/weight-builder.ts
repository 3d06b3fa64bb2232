import { categorizeFunction } from './categorize-function.ts';
import { growingFloats, growingInts } from './growing-column.ts';
import { categories, type FunctionColumns, type Profile, type ProfileUnit, type SampleColumns } from './profile.ts';
import { TickBuilder } from './tick-builder.ts';
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

/** The largest count a column of samples holds. */
const mostSamples = 0x7fffffff;
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
  readonly #ticks = new TickBuilder();

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
    this.#ticks.add(node, line, weight);
  }

  /**
   * @param scale of a weight to the unit
   * @param startTime µs, where the file says; only time has a beginning
   * @param ordered whether the order of the samples is that of time
   */
  build({ strings, functions }: NamedFunctions, unit: ProfileUnit, { scale = 1, startTime = 0, ordered = true } = {}): Profile {
    const { length } = this.tree;
    this.addWeight(0, 0, 0);
    const self = this.#self.toColumn().map((weight) => weight * scale);
    const duration = self.reduce((sum, value) => sum + value, 0);
    return {
      strings,
      functions: { ...functions, category: categorize(strings, functions) },
      nodes: { length, ...this.tree.toColumns(), self, samples: Int32Array.from(this.#samples.toColumn(), (count) => Math.min(mostSamples, Math.round(count))) },
      samples: ordered ? this.#listSamples(scale) : { length: 0, node: new Int32Array(0), duration: new Float64Array(0) },
      ticks: this.#ticks.toColumns(length),
      unit,
      startTime: microseconds(unit === 'microseconds' ? startTime : 0),
      endTime: microseconds(unit === 'microseconds' ? startTime + duration : 0),
    };
  }

  #listSamples(scale: number): SampleColumns {
    return { length: this.#sampleNode.length, node: this.#sampleNode.toColumn(), duration: this.#sampleDuration.toColumn().map((weight) => weight * scale) };
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
