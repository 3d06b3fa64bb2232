// Writes a .cpuprofile shaped like V8's, by pieces: { nodes, samples, depth } decide whether tree or samples weigh more.
import { closeSync, openSync, writeSync } from 'node:fs';
import { createRandom } from '../files/create-random.mjs';

const functionCount = 4000;

export function generateProfile(file, { nodes: nodeCount, samples: sampleCount, depth }) {
  const random = createRandom(42);
  const frames = Array.from({ length: functionCount }, (_, index) => drawFrame(index));
  const tree = growTree(nodeCount, depth, random);
  const out = openSync(file, 'w');
  const write = (pieces) => writeSync(out, pieces.join(''));
  const meta = (name) => `{"functionName":"${name}","scriptId":"0","url":"","lineNumber":-1,"columnNumber":-1}`;
  const names = ['(root)', '(program)', '(idle)', '(garbage collector)'];
  let pieces = ['{"nodes":['];
  for (let row = 0; row < nodeCount; row++) {
    const children = tree.childrenOf(row);
    const { text, line } = frames[tree.func[row]];
    const hits = row % 3;
    pieces.push(`${row > 0 ? ',' : ''}{"id":${row + 1},"callFrame":${row < names.length ? meta(names[row]) : text},"hitCount":${hits}`);
    if (children.length > 0) pieces.push(`,"children":[${children.join(',')}]`);
    if (hits > 0 && row >= names.length) pieces.push(`,"positionTicks":[{"line":${line + hits},"ticks":${hits}}]`);
    pieces.push('}');
    if (pieces.length > 10_000) pieces = (write(pieces), []);
  }
  const deltas = Int32Array.from({ length: sampleCount }, () => (random() < 0.0002 ? -40 : 90 + Math.floor(random() * 90)));
  const total = deltas.reduce((sum, delta) => sum + delta, 150);
  pieces.push(`],"startTime":8765432100,"endTime":${8765432100 + total},"samples":[`);
  for (let at = 0, node = 5; at < sampleCount; at++) {
    if (random() < 0.4) node = 1 + Math.floor(random() * nodeCount);
    pieces.push(at > 0 ? ',' : '', String(node));
    if (pieces.length > 10_000) pieces = (write(pieces), []);
  }
  pieces.push('],"timeDeltas":[');
  for (let at = 0; at < sampleCount; at++) {
    pieces.push(at > 0 ? ',' : '', String(deltas[at]));
    if (pieces.length > 10_000) pieces = (write(pieces), []);
  }
  write([...pieces, ']}']);
  closeSync(out);
}

function drawFrame(index) {
  const words = ['parse', 'resolve', 'visit', 'emit', 'check', 'symbol', 'scan', 'transform', 'walk', 'bind'];
  const name = index % 9 === 0 ? '' : `${words[index % 10]}${words[(index * 7) % 10]}${index % 97}`;
  const url = index % 4 === 0 ? `file:///home/user/project/src/${words[index % 10]}/${index % 250}.js` : `file:///home/user/project/node_modules/${words[index % 10]}/dist/${index % 250}.js`;
  const line = (index * 37) % 4000;
  return { line, text: `{"functionName":"${name}","scriptId":"${60 + (index % 250)}","url":"${url}","lineNumber":${line},"columnNumber":${(index * 17) % 80}}` };
}

/** A tree listed depth first, as V8 lists it; the first four rows are its meta frames. */
function growTree(count, depth, random) {
  const func = new Int32Array(count);
  const children = Array.from({ length: count }, () => null);
  const path = [0];
  for (let row = 1; row < count; row++) {
    const keep = row < 5 ? 1 : Math.max(1, Math.min(path.length, depth, path.length - Math.floor(-Math.log(random() + 1e-9) * 1.1)));
    path.length = keep;
    (children[path[keep - 1]] ??= []).push(row + 1);
    func[row] = Math.floor(random() * random() * functionCount);
    path.push(row);
  }
  return { func, childrenOf: (row) => children[row] ?? [] };
}
