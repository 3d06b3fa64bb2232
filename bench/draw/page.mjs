// What the drawing benchmark runs in the browser: the product's own renderer over a million boxes, and a search in them.
import { endOf, startOf } from '../../src/core/layout/box-edges.ts';
import { emphasis } from '../../src/webview/flame/flame-picture.ts';
import { makeRenderer } from '../../src/webview/flame/make-renderer.ts';

const functionCount = 4000;

const lookOf = (names) => ({
  background: 0xff1e1e1e,
  fill: Uint32Array.from(names, (_, func) => (0xff000000 | (((func * 2_654_435_761) >>> 8) & 0x7f7f7f) + 0x404040) >>> 0),
  text: new Uint32Array(names.length).fill(0xffffffff),
  outline: 0, selected: 0xff00ffff, striped: new Uint8Array(names.length), label: (func) => names[func], font: '12px sans-serif', rowHeight: 18,
});

/** So many boxes in so many rows, so long each that all together fill the picture. No two share an edge: real ones cost less to look up. */
function makeBoxes(count, depth) {
  const each = Math.floor(count / depth);
  const rowStart = Int32Array.from({ length: depth + 1 }, (_, row) => row * each);
  const [edges, left, right, row] = [new Float64Array(each * depth * 2), new Int32Array(each * depth), new Int32Array(each * depth), new Int32Array(each * depth)];
  let seed = 42;
  for (let level = 0; level < depth; level++) {
    for (let at = 0; at < each; at++) {
      const box = level * each + at;
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      [left[box], right[box], row[box]] = [2 * box, 2 * box + 1, box];
      edges[2 * box] = at * 1000;
      // One in eight is much shorter than its slot, so that there are gaps as in real profiles.
      edges[2 * box + 1] = at * 1000 + (seed % 8 === 0 ? 300 : 1000);
    }
  }
  return { depth, rowStart, edges, left, right, row };
}

const names = Array.from({ length: functionCount }, (_, at) => `function${at}OfTheProgram`);

/** One frame as the user waits for it: painted, texts drawn, and the canvas' own work done. */
function timeFrame(renderer, canvas, scene, look) {
  const begin = performance.now();
  renderer.draw(scene, look);
  canvas.getContext('2d').getImageData(0, 0, 1, 1);
  return performance.now() - begin;
}

/** Zooms in on a point step by step until names fit, pans there, and comes back: what a hand on a wheel does. */
function viewsOf(length, frames) {
  return Array.from({ length: frames }, (_, frame) => {
    const way = (frame / (frames - 1)) * 3;
    const depth = Math.min(1, way, 3 - way);
    const span = length * 10 ** (-4 * depth);
    const at = length * (0.3 + 0.1 * Math.min(1, Math.max(0, way - 1)) * 10 ** (-3 * depth));
    return [Math.max(0, at - span / 2), Math.max(0, at - span / 2) + span];
  });
}

function drawMany(count, frames) {
  const canvas = document.querySelector('canvas');
  const renderer = makeRenderer(canvas);
  const made = makeBoxes(count, 55);
  const scene = { boxes: made, func: Int32Array.from(made.row, (row) => row % functionCount), top: 0, upward: false, emphasis: new Uint8Array(functionCount), focused: -1 };
  const look = lookOf(names);
  const length = endOf(made, made.rowStart[1] - 1);
  const first = timeFrame(renderer, canvas, { ...scene, from: 0, to: length }, look);
  const times = viewsOf(length, frames).map(([from, to]) => timeFrame(renderer, canvas, { ...scene, from, to }, look));
  const search = times.slice(0, 20).map((_, at) => timeSearch(renderer, canvas, { ...scene, from: 0, to: length }, look, `n${at}`));
  return { first, times, search };
}

/** From the query to its highlight: the functions, the share over all rows, the picture. */
function timeSearch(renderer, canvas, scene, look, query) {
  const begin = performance.now();
  const found = Uint8Array.from(names, (name) => (name.toLowerCase().includes(query) ? emphasis.found : emphasis.dimmed));
  let share = 0;
  for (let row = 0; row < scene.func.length; row++) share += found[scene.func[row]] === emphasis.found ? endOf(scene.boxes, row) - startOf(scene.boxes, row) : 0;
  timeFrame(renderer, canvas, { ...scene, emphasis: found }, look);
  return share >= 0 ? performance.now() - begin : 0;
}

Object.assign(globalThis, { drawMany });
