import type { Problem } from '../../model/problem.ts';
import { WeightBuilder } from '../../model/weight-builder.ts';
import { callFrameShape } from '../call-frame-shape.ts';
import type { FormatReader, ReadProfiles } from '../format-reader.ts';
import { FrameSet } from '../frame-set.ts';
import { JsonWalker } from '../json/json-walker.ts';
import { array, checkedNumber, number, object, type ObjectShape, type Shape, text, type Verdict } from '../json/shape.ts';
import { NodeTree } from './node-tree.ts';

/** V8's sampling heap profile: a tree of call frames, each with the bytes it allocated that were still alive, and its samples. */
export class HeapProfileReader implements FormatReader {
  readonly #frames = new FrameSet();
  readonly #builder = new WeightBuilder(new NodeTree());
  /** Of a node whose call frame has not come. */
  readonly #unnamed = this.#frames.add(0, 0, 0, 0);
  readonly #walker = new JsonWalker(this.#shape(), this.#frames.texts);
  readonly #rowOfId = new Map<number, number>();
  readonly #sampledIds: number[] = [];
  /** By open node. */
  readonly #named: boolean[] = [];
  #old = false;

  push(chunk: Uint8Array): void {
    this.#walker.push(chunk);
  }

  end(): ReadProfiles {
    const walker = this.#walker;
    walker.end();
    const { tree } = this.#builder;
    const problem = walker.fault ?? (tree.length > 0 ? null : this.#missing());
    if (problem !== null) return { ok: false, problem };
    this.#countSamples();
    const problems: Problem[] = walker.done ? [] : [{ code: 'truncated', message: 'The file is cut off; what is whole is shown', byte: walker.total }];
    const profile = this.#builder.build(this.#frames.toFunctions(), 'bytes');
    return { ok: true, value: [{ label: '', value: 'live bytes', pid: null, threadId: null, profile }], problems };
  }

  #missing(): Problem {
    const { done, total } = this.#walker;
    return done ? { code: 'missing-field', message: 'The heap profile has no head', field: 'head' } : { code: 'truncated', message: 'The file is cut off before its first whole node', byte: total };
  }

  /** V8 itself names nodes here that it left out of the tree. */
  #countSamples(): void {
    for (const id of this.#sampledIds) {
      const row = this.#rowOfId.get(id);
      if (row !== undefined) this.#builder.addWeight(row, 0, 1);
    }
  }

  #shape(): Shape {
    const sample = object({ nodeId: number((id) => this.#sampledIds.push(id)) });
    return object({ head: this.#nodeShape(), samples: array(sample) });
  }

  #nodeShape(): ObjectShape {
    const { tree } = this.#builder;
    const node = object({
      callFrame: callFrameShape(this.#frames, (func) => this.#name(func)),
      selfSize: checkedNumber((size) => this.#weigh(size)),
      id: checkedNumber((id) => this.#identify(id)),
      functionName: text(() => { this.#old = true; }),
    }, {
      begin: () => {
        tree.open(this.#unnamed);
        this.#named.push(false);
      },
      end: () => this.#close(),
    });
    node.members.set('children', array(node));
    return node;
  }

  #name(func: number): void {
    this.#builder.tree.setFunction(func);
    this.#named[this.#named.length - 1] = true;
  }

  #weigh(size: number): Verdict {
    if (size < 0) return { code: 'negative-value', message: 'A size must not be below 0' };
    this.#builder.addWeight(this.#builder.tree.current, size, 0);
    return undefined;
  }

  #identify(id: number): Verdict {
    if (this.#rowOfId.has(id)) return { code: 'duplicate-id', message: `Two nodes have the id ${id}` };
    this.#rowOfId.set(id, this.#builder.tree.current);
    return undefined;
  }

  #close(): Verdict {
    this.#builder.tree.close();
    if (this.#named.pop() === true) return undefined;
    return this.#old
      ? { code: 'wrong-kind', message: 'This is a CPU profile older than Node.js 8, which has no flat list of nodes' }
      : { code: 'missing-field', message: 'A node has no callFrame' };
  }
}
