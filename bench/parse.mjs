// .cpuprofile → hot functions and lines against JSON.parse of the same file: node bench/parse.mjs [pairs] [more real files…].
// Prints a Markdown table. CPU time of all threads of whole processes, Node's own start and end included; they take turns,
// medians; ratios compare, milliseconds depend on the machine. "net" leaves Node's own start out on both sides.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { generateProfile } from './parse/generate-profile.mjs';

const root = join(import.meta.dirname, '..');
const pairs = Number(process.argv[2] ?? 5);
const more = process.argv.slice(3).map((file) => resolve(file));
const folder = mkdtempSync(join(tmpdir(), 'flameline-bench-'));
const bundle = join(folder, 'pipeline.mjs');
const [nodeHeavy, sampleHeavy] = [0.6, 1.8];
const longestString = 0x1fffffe8;

await build({ entryPoints: [join(root, 'bench', 'parse', 'pipeline.ts')], bundle: true, format: 'esm', minify: true, target: 'node20', outfile: bundle });
console.log(`Node ${process.version}, ${pairs} pairs a file.\n`);
console.log('| file | MB | JSON.parse, CPU ms | analysed, CPU ms | ratio | bar | net ratio | net, read only | peak MB | bar |');
console.log('| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |');
try {
  const typescript = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const eslint = join(root, 'node_modules', 'eslint', 'bin', 'eslint.js');
  measure('tsc on this project, every 100 µs', nodeHeavy, (file) => recordTool(file, 100, typescript, ['-p', root]));
  measure('tsc on this project, every 25 µs', nodeHeavy, (file) => recordTool(file, 25, typescript, ['-p', root]));
  measure('ESLint on this project, every 100 µs', nodeHeavy, (file) => recordTool(file, 100, eslint, [join(root, 'src')]));
  measure('tsc with all declarations checked, every 25 µs', nodeHeavy, (file) => recordTool(file, 25, typescript, ['-p', root, '--skipLibCheck', 'false']));
  for (const given of more) measure(basename(given), nodeHeavy, (file) => copyFileSync(given, file));
  measure('generated, deep: 800,000 nodes', nodeHeavy, (file) => generateProfile(file, { nodes: 800_000, samples: 200_000, depth: 40 }));
  measure('generated, long: 3,000,000 samples', sampleHeavy, (file) => generateProfile(file, { nodes: 20_000, samples: 3_000_000, depth: 30 }));
  measure('generated, 600 MB', 0, (file) => generateProfile(file, { nodes: 2_600_000, samples: 3_000_000, depth: 40 }));
} finally {
  rmSync(folder, { recursive: true });
}

function measure(name, bar, make) {
  const file = join(folder, 'measured.cpuprofile');
  make(file);
  const { size } = statSync(file);
  const fits = size < longestString;
  const ours = [];
  const plain = [];
  for (let pair = 0; pair < pairs; pair++) {
    ours.push(runChild(bundle, file));
    if (fits) plain.push(runChild('-', file));
  }
  const [whole, start, read, peak] = ['wholeMs', 'startMs', 'readMs', 'peakMb'].map((key) => median(ours, key));
  const [plainWhole, plainStart] = fits ? [median(plain, 'wholeMs'), median(plain, 'startMs')] : [0, 0];
  const ratio = (time, of) => (fits ? (time / of).toFixed(2) : '–');
  const net = plainWhole - plainStart;
  const megabytes = size / 1e6;
  const cells = [
    name, megabytes.toFixed(0), fits ? plainWhole.toFixed(0) : 'fails', whole.toFixed(0), ratio(whole, plainWhole), bar > 0 ? `≤ ${bar}` : 'works',
    ratio(whole - start, net), ratio(read - start, net), peak.toFixed(0), `≤ ${(2.5 * megabytes + 64).toFixed(0)}`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
  rmSync(file);
}

function runChild(...args) {
  return JSON.parse(execFileSync(process.execPath, [join(root, 'bench', 'parse', 'read-child.mjs'), ...args], { encoding: 'utf8' }));
}

/** A tool may find something to complain about; only its profile counts. */
function recordTool(file, intervalUs, script, args) {
  const out = mkdtempSync(join(folder, 'tool-'));
  try {
    execFileSync(process.execPath, ['--cpu-prof', `--cpu-prof-interval=${intervalUs}`, `--cpu-prof-dir=${out}`, '--cpu-prof-name=tool.cpuprofile', script, ...args], { cwd: root, stdio: 'ignore' });
  } catch {
    if (readdirSync(out).length === 0) throw new Error(`${script} left no profile`);
  }
  renameSync(join(out, 'tool.cpuprofile'), file);
}

function median(runs, key) {
  const values = runs.map((run) => run[key]).sort((a, b) => a - b);
  return values[values.length >> 1];
}
