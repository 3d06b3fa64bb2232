// Writes what DevTools' own model says of each recorded CPU profile: node record-devtools.mjs <folder>. The folder holds node_modules with
// chrome-devtools-frontend, as `npm run bench -- open` fetches it.
import { build } from 'esbuild';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const golden = join(import.meta.dirname, '..');
const names = [
  'formats/program', ...['18', '20', '22', '24', '24-windows', '24-edges', '26'].map((node) => `profiles/node${node}/program`), 'recorded/rows-node20', 'recorded/rows-node24',
];

const folder = mkdtempSync(join(tmpdir(), 'flameline-record-'));
const bundle = join(folder, 'model.mjs');
const source = join(process.argv[2], 'node_modules/chrome-devtools-frontend/front_end/models/cpu_profile/CPUProfileDataModel.ts');
await build({ entryPoints: [source], outfile: bundle, bundle: true, format: 'esm', platform: 'node', target: 'node20', logLevel: 'error' });
const { CPUProfileDataModel } = await import(pathToFileURL(bundle).href);
rmSync(folder, { recursive: true });
const totals = Object.fromEntries(names.map((name) => [`${name}.cpuprofile`, sumFrames(JSON.parse(readFileSync(join(golden, `${name}.cpuprofile`), 'utf8')))]));
writeFileSync(join(golden, 'formats', 'devtools-totals.json'), `${JSON.stringify(totals).replaceAll('],', '],\n')}\n`);

/** From the first sample to the last, which DevTools gives a time of its own making. All in whole µs. */
function sumFrames(profile) {
  const model = new CPUProfileDataModel(profile);
  const functions = {};
  const open = new Map();
  const end = model.timestamps[profile.samples.length - 1];
  const enter = (_, node) => { open.set(keyOf(node), (open.get(keyOf(node)) ?? 0) + 1); };
  const leave = (_, node, __, ___, duration, self) => {
    const key = keyOf(node);
    const outer = open.get(key) - 1;
    open.set(key, outer);
    const sums = (functions[key] ??= [0, 0]);
    sums[0] += self;
    if (outer === 0) sums[1] += duration;
  };
  model.forEachFrame(enter, leave, 0, end);
  const micros = (ms) => Math.round(ms * 1000);
  return { duration: micros(end - model.timestamps[0]), functions: Object.fromEntries(Object.entries(functions).map(([key, sums]) => [key, sums.map(micros)])) };
}

function keyOf({ functionName, callFrame: { url, lineNumber, columnNumber } }) {
  return [functionName, url.split('/').pop(), lineNumber + 1, columnNumber + 1].join('|');
}
