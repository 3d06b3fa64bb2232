// From an edit of a 1,000-line file to its findings, against typescript-estree's parse of the same text: node bench/live.mjs [edits, 200].
// Prints a Markdown table. Wall time, taking turns; the wait for a pause in the typing is not in it.
import { parse } from '@typescript-eslint/typescript-estree';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLiveProject } from '../src/session/index.ts';
import { writeRepository, writeService } from './live/write-service.mjs';

const edits = Number(process.argv[2] ?? 200);
/** Until V8 has compiled both sides, as it has for whoever types. */
const warmUps = 20;
const lines = 1000;
const root = realpathSync(mkdtempSync(join(tmpdir(), 'flameline-live-')));
const file = join(root, 'service.ts');
const project = openLiveProject(root);
const [found, parsed] = [[], []];
try {
  writeFileSync(join(root, 'repository.ts'), writeRepository());
  writeFileSync(file, writeService(lines, 0));
  for (let edit = 0; edit < warmUps + edits; edit++) {
    const text = writeService(lines, edit);
    const ours = await time(async () => {
      const findings = await project.analyse(file, text);
      if (findings.length === 0) throw new Error('The query in the loop was not found.');
    });
    const theirs = await time(() => parse(text, { range: true, loc: true, comment: true, jsx: false }));
    if (edit < warmUps) continue;
    found.push(ours);
    parsed.push(theirs);
  }
} finally {
  project.dispose();
  rmSync(root, { recursive: true });
}

const at = (values, share) => values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))];
const row = (what, values, bar) => `| ${[what, at(values, 0.5).toFixed(1), at(values, 0.95).toFixed(1), bar].join(' | ')} |`;
console.log(`${lines} lines, ${edits} edits, Node ${process.version}; ${cpus().length} cores (${cpus()[0].model.trim()}), load ${loadavg()[0].toFixed(1)}.\n`);
console.log('| what | median, ms | p95, ms | bar |\n| --- | --: | --: | --: |');
console.log(row("typescript-estree's parse", parsed, ''));
console.log(row('Edited text to its findings', found, 'p95 < 50'));
console.log(`| … as a multiple of the parse | ${(at(found, 0.5) / at(parsed, 0.5)).toFixed(2)} | ${(at(found, 0.95) / at(parsed, 0.95)).toFixed(2)} | ≤ 2 |`);

async function time(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
