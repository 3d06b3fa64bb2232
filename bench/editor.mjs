// The editor's side, inside a real VS Code: node bench/editor.mjs [host starts, 5] [runs, 5]. Prints a Markdown table of medians.
import { runTests } from '@vscode/test-electron';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasHost } from '../test/host/host-paths.ts';
import { testCache } from '../test/helpers/test-cache.ts';

const root = join(import.meta.dirname, '..');
const starts = Number(process.argv[2] ?? 5);
const runs = Number(process.argv[3] ?? 5);
const home = realpathSync(mkdtempSync(join(tmpdir(), 'fl-bench-')));
const workspace = join(home, 'workspace');

/** Bars in ms. Key, words, bar. */
const rows = [
  ['activation', 'Activation, loading the bundle included', 50],
  ['activationCpu', '… CPU of the whole extension host meanwhile', 50],
  ['exit', 'From the exit of the program to painted heat, {size} MB profile', 300],
  ['report', '… and to the report of the exit by VS Code', 0],
  ['repaint', 'Repaint on editor switch, 500 marks in each file', 16],
  ['typing', 'A key in a file with heat: p95 above the same file without', 1],
  ['timers', 'Timers of ours in 15 idle seconds with heat shown (a count)', 0.5],
];

writeWorkspace();
const measured = [];
try {
  for (let start = 0; start < starts; start++) measured.push(await measureOnce(start === starts - 1));
} finally {
  rmSync(home, { recursive: true, force: true });
}
printTable();

/** A project with a commit, as users have one. */
function writeWorkspace() {
  mkdirSync(workspace, { recursive: true });
  writeFileSync(join(workspace, 'package.json'), '{ "name": "measured", "private": true }');
  try {
    const git = (...args) => execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost', ...args], { cwd: workspace, stdio: 'ignore' });
    git('init', '-q');
    git('add', 'package.json');
    git('commit', '-q', '-m', 'A project');
  } catch {
    console.error('Without git: the runs are those of a project outside a repository.');
  }
}

/** One start of the editor; the last one measures everything, the others the activation only. */
async function measureOnce(everything) {
  const output = join(home, 'measured.json');
  await runTests({
    ...(hasHost() && { vscodeExecutablePath: join(root, 'test', 'host', 'code.ts') }),
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'bench', 'editor', 'index.mjs'),
    launchArgs: [workspace],
    extensionTestsEnv: { FLAMELINE_TEST_CACHE: testCache(), FLAMELINE_BENCH: JSON.stringify({ output, root, runs: everything ? runs : 0 }) },
  });
  const result = JSON.parse(readFileSync(output, 'utf8'));
  if (result.failure) throw new Error(`In the editor: ${result.failure}`);
  return result;
}

function median(list) {
  const sorted = list.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

function printTable() {
  const all = (key) => measured.flatMap((one) => one[key] ?? []);
  console.log(`\n${availableParallelism()} cores (${cpus()[0].model.trim()}), load ${loadavg().map((load) => load.toFixed(1)).join(' ')}. Medians.\n`);
  console.log('| what | median, ms | smallest – largest | n | bar | |\n| --- | --: | --: | --: | --: | --- |');
  for (const [key, words, bar] of rows) {
    const values = all(key);
    if (values.length === 0) continue;
    const verdict = bar === 0 ? '' : median(values) <= bar ? 'held' : 'missed';
    if (verdict === 'missed') process.exitCode = 1;
    const cells = [words.replace('{size}', median(all('megabytes')).toFixed(1)), median(values).toFixed(2), `${Math.min(...values).toFixed(2)} – ${Math.max(...values).toFixed(2)}`, values.length, bar === 0 ? '' : key === 'timers' ? '0' : `≤ ${bar}`, verdict];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
