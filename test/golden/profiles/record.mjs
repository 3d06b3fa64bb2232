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

function write(folder, text) {
  mkdirSync(join(here, folder), { recursive: true });
  writeFileSync(join(here, folder, 'program.cpuprofile'), text);
  console.log(folder, text.length, 'bytes');
}
