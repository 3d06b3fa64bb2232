// .cpuprofile → all columns, time-ordered and left-heavy boxes, beside JSON.parse, DevTools' model and CPUpro's, the latter
// in headless Chromium: node bench/open.mjs [rounds]. Prints a Markdown table. CPU time of all threads of whole processes, taking turns, medians; ratios compare.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { fetchPeers, peersDir } from '../scripts/test-tools/peers.ts';
import { findChromium, noChromiumNote } from '../test/host/find-chromium.ts';
import { generateServerProfile } from './open/generate-server-profile.mjs';
import { recordTerser, recordTsc } from './open/record-tools.mjs';
import { readCpupro, timeCpupro } from './open/time-cpupro.mjs';
import { generateProfile } from './parse/generate-profile.mjs';

const root = join(import.meta.dirname, '..');
const rounds = Number(process.argv[2] ?? 5);
const longestString = 0x1fffffe8;

const executablePath = findChromium();
if (!executablePath) throw new Error(noChromiumNote);
await fetchPeers();
const cpupro = readCpupro(peersDir());
const folder = mkdtempSync(join(tmpdir(), 'flameline-bench-'));
const bundles = { ours: join(folder, 'ours.mjs'), devtools: join(folder, 'devtools.mjs'), json: '-' };
const options = { bundle: true, format: 'esm', minify: true, platform: 'node', target: 'node20', logLevel: 'error' };
await build({ ...options, entryPoints: [join(root, 'bench', 'open', 'pipeline.ts')], outfile: bundles.ours });
await build({ ...options, entryPoints: [join(peersDir(), 'node_modules/chrome-devtools-frontend/front_end/models/cpu_profile/CPUProfileDataModel.ts')], outfile: bundles.devtools });

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
console.log(`Node ${process.version}, ${rounds} rounds a file.\n`);
console.log('| file | MB | JSON.parse, CPU ms | ours | ÷ JSON.parse | bar | DevTools\' model | ours is faster by | bar | CPUpro\'s model alone | its reading included | ours is faster by | bar | peak MB | bar |');
console.log('| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |');
try {
  await measure('tsc on DevTools, every 100 µs', { json: 0.6, cpupro: 3 }, (file) => recordTsc(file, root, peersDir()));
  await measure('terser on typescript.js, every 85 µs', { json: 0.6, cpupro: 3 }, (file) => recordTerser(file, root, peersDir()));
  await measure('generated server: 60,000 nodes, 8,000,000 samples', { json: 1.7, devtools: 2.5 }, (file) => generateServerProfile(file, { nodes: 60_000, samples: 8_000_000, depth: 29 }));
  await measure('generated, deep, 600 MB', {}, (file) => generateProfile(file, { nodes: 2_600_000, samples: 3_000_000, depth: 40 }));
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
console.log(`
Recorded for the research in 2026-08, another machine and Node 20, files of these shapes, as multiples of JSON.parse: CPUpro's model
with JSON.parse 1.6 (tsc), 1.5 (terser), 4.6 (server); speedscope's import and layout 10, 7, 44; the viewer inside VS Code 27, 14, out of memory.`);

async function measure(name, bars, make) {
  const file = join(folder, 'measured.cpuprofile');
  make(file);
  const { size } = statSync(file);
  const fits = size < longestString;
  const runs = { ours: [], json: [], devtools: [], cpupro: [] };
  for (let round = 0; round < (fits ? rounds : 1); round++) {
    for (const way of fits ? ['ours', 'json', 'devtools'] : ['ours']) runs[way].push(runChild(way, bundles[way], file));
    if (fits) runs.cpupro.push(await timeCpupro(browser, cpupro, file));
  }
  const [ours, json, devtools] = ['ours', 'json', 'devtools'].map((way) => median(runs[way], 'cpuMs'));
  const [model, whole] = ['modelMs', 'wholeMs'].map((key) => median(runs.cpupro, key));
  const bar = (text, value) => (value === undefined ? '' : `${text} ${value}`);
  const peers = fits ? [json.toFixed(0), ours.toFixed(0), (ours / json).toFixed(2)] : ['fails', ours.toFixed(0), '–'];
  const beside = fits ? [devtools.toFixed(0), (devtools / ours).toFixed(1)] : ['fails', '–'];
  const inPage = fits ? [model.toFixed(0), whole.toFixed(0), `${(model / ours).toFixed(1)} / ${(whole / ours).toFixed(1)}`] : ['', '', ''];
  const megabytes = size / 1e6;
  console.log(`| ${[name, megabytes.toFixed(0), ...peers, bar('≤', bars.json), ...beside, bar('≥', bars.devtools), ...inPage, bar('≥', bars.cpupro), median(runs.ours, 'peakMb').toFixed(0), bars.devtools ? '' : `≤ ${(2.5 * megabytes + 64).toFixed(0)}`].join(' | ')} |`);
  rmSync(file);
}

function runChild(...args) {
  return JSON.parse(execFileSync(process.execPath, ['--max-old-space-size=4096', join(root, 'bench', 'open', 'open-child.mjs'), ...args], { encoding: 'utf8' }));
}

function median(runs, key) {
  const values = runs.map((run) => run[key]).sort((a, b) => a - b);
  return values[values.length >> 1] ?? NaN;
}
