// Records program.cjs with each Node of the test cache: node record.mjs <folder with n18 … n26>. See README.md.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [nodes] = process.argv.slice(2);
const here = import.meta.dirname;
const folderUrl = pathToFileURL(here).href;

for (const major of [18, 20, 22, 24, 26]) {
  const out = mkdtempSync(join(tmpdir(), 'flameline-record-'));
  execFileSync(join(nodes, `n${major}`, 'bin', 'node'), ['--cpu-prof', `--cpu-prof-dir=${out}`, join(here, 'program.cjs')], { cwd: here });
  const text = readFileSync(join(out, readdirSync(out)[0]), 'utf8');
  write(`node${major}`, text.replaceAll(folderUrl, 'file:///project'));
  if (major === 24) write('node24-windows', text.replaceAll(folderUrl, 'file:///C:/Users/Ann%20Lee/project'));
  rmSync(out, { recursive: true });
}

recordBridged();

/** `edges.cjs` until V8 has once failed to read a stack: a single (program) sample between two others of the program. */
function recordBridged() {
  for (let run = 0; run < 100; run++) {
    const out = mkdtempSync(join(tmpdir(), 'flameline-record-'));
    execFileSync(join(nodes, 'n24', 'bin', 'node'), ['--cpu-prof', '--cpu-prof-interval=100', `--cpu-prof-dir=${out}`, join(here, 'edges.cjs')], { cwd: here });
    const text = readFileSync(join(out, readdirSync(out)[0]), 'utf8').replaceAll(folderUrl, 'file:///project');
    rmSync(out, { recursive: true });
    if (!hasLoneProgram(JSON.parse(text))) continue;
    write('node24-edges', text);
    return;
  }
}

function hasLoneProgram({ nodes, samples }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const isCode = (id) => !/^\((program|idle|garbage collector)\)$/.test(byId.get(id)?.callFrame.functionName ?? '(idle)');
  return samples.some((id, at) => byId.get(id).callFrame.functionName === '(program)' && isCode(samples[at - 1]) && isCode(samples[at + 1]));
}

function write(folder, text) {
  mkdirSync(join(here, folder), { recursive: true });
  writeFileSync(join(here, folder, 'program.cpuprofile'), text);
  console.log(folder, text.length, 'bytes');
}
