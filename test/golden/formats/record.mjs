// Records program.cjs in every format: node record.mjs <folder>. The folder holds node_modules with @datadog/pprof, and speedscope.mjs: the
// importers and the exporter of https://github.com/jlfwong/speedscope (src/import/chrome.ts, src/import/v8heapalloc.ts, src/lib/file-format.ts)
// bundled by esbuild.
import { createRequire } from 'node:module';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const here = import.meta.dirname;

/** Runs Node in a new folder and answers the one file it left there. */
function run(program, options = [], args = [], encoding = 'utf8') {
  const folder = mkdtempSync(join(tmpdir(), 'flameline-record-'));
  execFileSync(process.execPath, [...options, join(here, program), ...args], { cwd: folder });
  const text = readFileSync(join(folder, readdirSync(folder)[0]), encoding);
  rmSync(folder, { recursive: true });
  if (encoding === null) return text;
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

const cpu = run('program.cjs', ['--cpu-prof', '--cpu-prof-interval=500']);
write('program.cpuprofile', cpu);
write('program.collapsed', fold(JSON.parse(cpu)));
write('program.heapprofile', run('program.cjs', ['--heap-prof', '--heap-prof-interval=16384']));
write('program.trace.json', run('trace.cjs').replaceAll(process.execPath, 'node'));

const tools = process.argv[2];
const speedscope = await import(pathToFileURL(join(tools, 'speedscope.mjs')).href);
const imported = speedscope.importFromChromeCPUProfile(JSON.parse(cpu));
imported.setName('program.cpuprofile');
write('program.speedscope.json', JSON.stringify(speedscope.exportProfileGroup({ name: 'program', indexToView: 0, profiles: [imported] })));

write('program.pb.gz', run('pprof.cjs', [], [tools], null));

/** What speedscope's importer says of each recorded CPU profile: self and total by function, µs. */
const totals = {};
for (const name of ['formats/program.cpuprofile', ...[18, 20, 22, 24, 26].map((major) => `profiles/node${major}/program.cpuprofile`)]) {
  const read = speedscope.importFromChromeCPUProfile(JSON.parse(readFileSync(join(here, '..', name), 'utf8')));
  totals[name] = {};
  read.forEachFrame((frame) => {
    totals[name][[frame.name, frame.file ?? '', frame.line ?? 0, frame.col ?? 0].join('|')] = [Math.round(frame.getSelfWeight()), Math.round(frame.getTotalWeight())];
  });
}
write('speedscope-totals.json', JSON.stringify(totals).replaceAll('],', '],\n'));
