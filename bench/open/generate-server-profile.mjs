// Writes a .cpuprofile of the shape a busy server leaves: { nodes, samples, depth }, few stacks that come again and again. The
// program walks over a fixed graph of calls; from sample to sample it returns from some calls and makes others.
import { closeSync, openSync, writeSync } from 'node:fs';
import { createRandom } from '../files/create-random.mjs';

const functionCount = 4000;
const metaNames = ['(root)', '(program)', '(idle)', '(garbage collector)'];
const words = ['parse', 'resolve', 'visit', 'emit', 'check', 'create', 'update', 'symbol', 'scan', 'transform', 'walk', 'render', 'apply', 'flush', 'cache'];
const word = (index) => words[index % words.length];

export function generateServerProfile(file, { nodes: most, samples: count, depth }) {
  const random = createRandom(42);
  const tree = new CallTree(most, random);
  const { samples, deltas } = walk(tree, count, depth, random);
  const total = deltas.reduce((sum, delta) => sum + delta, 150);
  const out = openSync(file, 'w');
  writeList(out, '{"nodes":[', tree.length - 1, (at) => tree.nodeText(at + 1));
  writeList(out, `],"startTime":8765432100,"endTime":${8765432100 + total},"samples":[`, count, (at) => String(samples[at]));
  writeList(out, '],"timeDeltas":[', count, (at) => String(deltas[at]));
  writeSync(out, ']}');
  closeSync(out);
}

/** Node `n` has the id `n`; 1 to 4 are V8's own. */
class CallTree {
  length = 5;
  constructor(most, random) {
    this.most = most;
    this.random = random;
    [this.func, this.hits, this.first, this.next, this.last] = Array.from({ length: 5 }, () => new Int32Array(most + 1));
    this.callees = Array.from({ length: functionCount }, () => Array.from({ length: 3 + Math.floor(random() * 9) }, () => Math.floor(random() * random() * functionCount)));
    for (let id = 2; id <= 4; id++) this.link(1, id);
  }

  link(parent, id) {
    if (this.last[parent] > 0) this.next[this.last[parent]] = id;
    else this.first[parent] = id;
    this.last[parent] = id;
  }

  /** A call from this node; 0 when the tree is full and has none. */
  call(parent) {
    const callees = this.callees[this.func[parent]];
    const func = callees[Math.floor(this.random() * this.random() * callees.length)];
    let known = 0;
    for (let child = this.first[parent]; child > 0; child = this.next[child]) {
      if (child <= 4) continue;
      if (this.func[child] === func) return child;
      if (known === 0 || this.random() < 0.4) known = child;
    }
    if (this.length > this.most) return known;
    this.func[this.length] = func;
    this.link(parent, this.length);
    return this.length++;
  }

  nodeText(id) {
    const children = [];
    for (let child = this.first[id]; child > 0; child = this.next[child]) children.push(child);
    const func = this.func[id];
    const ticks = id > 4 && this.hits[id] > 0 ? `,"positionTicks":[{"line":${lineOf(func) + 2},"ticks":${this.hits[id]}}]` : '';
    return `{"id":${id},"callFrame":${id <= 4 ? metaText(metaNames[id - 1]) : frameText(func)},"hitCount":${this.hits[id]}${children.length > 0 ? `,"children":[${children}]` : ''}${ticks}}`;
  }
}

function walk(tree, count, depth, random) {
  const [samples, deltas] = [new Int32Array(count), new Int32Array(count)];
  const stack = [1];
  for (let at = 0; at < count; at++) {
    if (random() < 0.75) step(tree, stack, depth, random);
    const luck = random();
    samples[at] = luck < 0.02 ? 4 : luck < 0.025 ? 2 : luck < 0.03 ? 3 : stack[stack.length - 1];
    tree.hits[samples[at]]++;
    deltas[at] = random() < 0.0002 ? -Math.floor(random() * 40) : 90 + Math.floor(random() * 90) + (random() < 0.01 ? Math.floor(random() * 3000) : 0);
  }
  return { samples, deltas };
}

function step(tree, stack, depth, random) {
  stack.length = Math.max(1, stack.length - Math.floor(-Math.log(random() + 1e-9) * depth * 0.07));
  const wanted = Math.max(2, Math.floor(depth * (0.5 + random())));
  while (stack.length < wanted) {
    const called = tree.call(stack[stack.length - 1]);
    if (called === 0) return;
    stack.push(called);
  }
}

const lineOf = (func) => 10 + ((func * 37) % 4000);
const metaText = (name) => `{"functionName":"${name}","scriptId":"0","url":"","lineNumber":-1,"columnNumber":-1}`;

function frameText(func) {
  const script = func % 250;
  const folder = script % 3 > 0 ? `node_modules/${word(script)}-${word(script * 5)}/dist` : `src/${word(script)}`;
  const name = func % 9 === 0 ? '' : `${word(func)}${word(func * 13)}${func % 97}`;
  return `{"functionName":"${name}","scriptId":"${60 + script}","url":"file:///home/user/project/${folder}/${word(script * 11)}${script}.js","lineNumber":${lineOf(func)},"columnNumber":${(func * 17) % 80}}`;
}

function writeList(out, head, count, textOf) {
  let pieces = [head];
  for (let at = 0; at < count; at++) {
    pieces.push(at > 0 ? ',' : '', textOf(at));
    if (pieces.length > 10_000) pieces = (writeSync(out, pieces.join('')), []);
  }
  writeSync(out, pieces.join(''));
}
