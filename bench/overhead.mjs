// What profiling costs: CPU time of a profiled run to a plain one, by interleaved pairs. Prints a Markdown table.
// node bench/overhead.mjs [--pairs N] [node binary …]; needs `npm run build`, Linux or macOS.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({ options: { pairs: { type: 'string', default: '24' } }, allowPositionals: true });
const cache = process.env.FLAMELINE_TEST_CACHE ?? join(homedir(), '.cache', 'flameline-tests');
const nodes = positionals.length > 0 ? positionals : [24, 20].map((major) => join(cache, 'nodes', 'node_modules', `n${major}`, 'bin', 'node'));
const bars = new Map([[24, 1.08], [20, 1.15]]);
const probe = join(import.meta.dirname, '..', 'dist', 'probe.cjs');

/** Calls of many small functions, strings, objects and a little garbage: about 3 s of CPU. */
const program = `
const words = Array.from({ length: 2000 }, (_, index) => 'word' + (index * 7919) % 997);
const hash = (text) => { let sum = 7; for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) | 0; return sum; };
const count = (list) => { const counts = new Map(); for (const word of list) counts.set(word, (counts.get(word) ?? 0) + hash(word)); return counts; };
const rank = (counts) => [...counts].map(([word, sum]) => ({ word, sum })).sort((a, b) => a.sum - b.sum || a.word.localeCompare(b.word)).slice(0, 50);
const render = (rows) => rows.map(({ word, sum }) => '<' + word + ':' + sum.toString(16) + '>').join('');
let length = 0;
for (let round = 0; round < 9000; round++) length += render(rank(count(words))).length;
process.stdout.write(String(length));
`;

const home = mkdtempSync(join(tmpdir(), 'flameline-overhead-'));
const file = join(home, 'program.cjs');
writeFileSync(file, program);

/** CPU time of a finished child, ms: user and system of all its threads, its start and end included. */
const measure = (node, profiled) => {
  const folder = mkdtempSync(join(home, 'run-'));
  const config = { version: 1, folder, intervalUs: 1000, delayMs: null, durationMs: null, project: `${home}/` };
  const { NODE_OPTIONS, ...env } = process.env;
  if (profiled) Object.assign(env, { NODE_OPTIONS: `--require "${probe}"`, FLAMELINE_PROBE: JSON.stringify(config) });
  // `times` of the shell counts its ended children; nothing of the measured program has to tell it.
  const { stdout } = spawnSync('/bin/sh', ['-c', '"$0" "$1" >/dev/null; times', node, file], { env, encoding: 'utf8' });
  const children = stdout.trim().split('\n').at(-1);
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000, 0);
};

const median = (list) => {
  const sorted = list.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
};

/** 95 % bootstrap interval of the median, with a fixed seed: the same ratios give the same interval. */
const bootstrap = (list) => {
  let seed = 1;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const medians = Array.from({ length: 4000 }, () => median(list.map(() => list[Math.floor(random() * list.length)]))).sort((a, b) => a - b);
  return [medians[99], medians[3899]];
};

const rows = [];
for (const node of nodes) {
  const version = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout.trim();
  const pairs = Array.from({ length: Number(values.pairs) }, (_, index) => {
    // Which comes first alternates, so that a machine that gets slower favours neither.
    const first = measure(node, index % 2 === 1);
    const second = measure(node, index % 2 === 0);
    return index % 2 === 0 ? { plain: first, profiled: second } : { plain: second, profiled: first };
  });
  const ratios = pairs.map(({ plain, profiled }) => profiled / plain);
  const [low, high] = bootstrap(ratios);
  const bar = bars.get(Number.parseInt(version, 10));
  rows.push({ version, plain: median(pairs.map(({ plain }) => plain)), ratio: median(ratios), low, high, bar, pairs: pairs.length });
}
rmSync(home, { recursive: true, force: true });

console.log('| Node | plain run, CPU | profiled ÷ plain, median | 95 % interval | bar | |\n| --- | --- | --- | --- | --- | --- |');
for (const { version, plain, ratio, low, high, bar, pairs } of rows) {
  const verdict = bar === undefined ? '' : high < bar ? 'held' : 'missed';
  console.log(`| ${version} | ${plain.toFixed(0)} ms | ${ratio.toFixed(3)} (${pairs} pairs) | ${low.toFixed(3)} – ${high.toFixed(3)} | ${bar ?? '–'} | ${verdict} |`);
  if (verdict === 'missed') process.exitCode = 1;
}
