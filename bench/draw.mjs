// Drawing without a GPU, in headless Chromium: a million visible boxes, search over them, the first picture of a real profile. node bench/draw.mjs [frames, 300]
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium, noChromiumNote } from '../test/host/find-chromium.ts';
import { readColumns } from './draw/columns.ts';
import { timeFirstPicture } from './draw/first-picture.mjs';

const root = join(import.meta.dirname, '..');
const frames = Number(process.argv[2] ?? 300);
const executablePath = findChromium();
if (!executablePath) throw new Error(noChromiumNote);
const folder = mkdtempSync(join(tmpdir(), 'flameline-draw-'));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
try {
  const { outputFiles: [{ text: script }] } = await build({ entryPoints: [join(root, 'bench', 'draw', 'page.mjs')], bundle: true, format: 'iife', minify: true, target: 'chrome120', write: false });
  const tsc = await recordTsc();
  const page = await openPage(script);
  const drawn = await page.evaluate(([count, times]) => globalThis.drawMany(count, times), [1_000_000, frames]);
  const opened = [];
  for (let time = 0; time < 7; time++) opened.push(await timeFirstPicture(browser, tsc));
  print(drawn, opened, tsc);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

async function openPage(script) {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, deviceScaleFactor: 1 });
  const page = await context.newPage();
  await page.setContent('<!doctype html><style>body{margin:0}canvas{width:1600px;height:1000px;display:block}</style><canvas></canvas>');
  await page.addScriptTag({ content: script });
  return page;
}

/** TypeScript checking this project, often enough for some 66 MB: a real, node-heavy profile. */
async function recordTsc() {
  const typescript = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  try {
    execFileSync(process.execPath, ['--cpu-prof', '--cpu-prof-interval=25', `--cpu-prof-dir=${folder}`, '--cpu-prof-name=tsc.cpuprofile', typescript, '-p', root], { cwd: root, stdio: 'ignore' });
  } catch {
    // A complaint of the compiler is no matter; its profile is.
  }
  const file = join(folder, 'tsc.cpuprofile');
  return { ...(await readColumns(file)), megabytes: statSync(file).size / 1e6 };
}

function print({ first, times, search }, openedMs, { megabytes, boxes }) {
  const at = (values, share) => values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))].toFixed(1);
  console.log(`Chromium ${browser.version()}, no GPU, 1600 × 1000 px; ${cpus().length} cores (${cpus()[0].model}), load ${loadavg()[0].toFixed(1)}.\n`);
  console.log('| what | median, ms | p95, ms | n | bar |\n| --- | --: | --: | --: | --: |');
  console.log(`| Frame of 1,000,000 boxes while zooming and panning | ${at(times, 0.5)} | ${at(times, 0.95)} | ${times.length} | p95 ≤ 10 |`);
  console.log(`| … the first one, all of them in sight | ${first.toFixed(1)} | | 1 | |`);
  console.log(`| Search over all of them, to the first highlight | ${at(search, 0.5)} | ${at(search, 0.95)} | ${search.length} | ≤ 100 |`);
  console.log(`| First picture after the columns arrive: tsc, ${megabytes.toFixed(0)} MB, ${boxes} boxes | ${at(openedMs, 0.5)} | ${at(openedMs, 0.95)} | ${openedMs.length} | ≤ 100 |`);
}
