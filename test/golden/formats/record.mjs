// Records program.cjs in every format another tool writes: node record.mjs <folder with node_modules of pprof and speedscope>.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const here = import.meta.dirname;

/** Runs Node in a new folder and answers the one file it left there. */
function run(program, ...options) {
  const folder = mkdtempSync(join(tmpdir(), 'flameline-record-'));
  execFileSync(process.execPath, [...options, join(here, program)], { cwd: folder });
  const text = readFileSync(join(folder, readdirSync(folder)[0]), 'utf8');
  rmSync(folder, { recursive: true });
  return text.replaceAll(folder, '').replaceAll(pathToFileURL(here).href, 'file:///project').replaceAll(here, '/project');
}

function write(name, text) {
  writeFileSync(join(here, name), text);
  console.log(name, text.length, 'bytes');
}

/** Stacks as `0x` and the scripts of FlameGraph fold them. */
function fold({ nodes, samples }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const callers = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, byId.get(id)])));
  const describe = ({ functionName, url, lineNumber, columnNumber }) => `${functionName || '(anonymous)'}${url === '' ? '' : ` (${url}:${lineNumber + 1}:${columnNumber + 1})`}`;
  const counts = new Map();
  for (const id of samples) {
    const stack = [];
    for (let node = byId.get(id); node !== undefined; node = callers.get(node.id)) stack.unshift(describe(node.callFrame));
    counts.set(stack.slice(1).join(';'), (counts.get(stack.slice(1).join(';')) ?? 0) + 1);
  }
  return [...counts].map(([stack, count]) => `${stack} ${count}\n`).join('');
}

const cpu = run('program.cjs', '--cpu-prof', '--cpu-prof-interval=500');
write('program.cpuprofile', cpu);
write('program.collapsed', fold(JSON.parse(cpu)));
write('program.heapprofile', run('program.cjs', '--heap-prof', '--heap-prof-interval=16384'));
write('program.trace.json', run('trace.cjs'));
