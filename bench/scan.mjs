// flameline scan against ESLint on the same files: node bench/scan.mjs [folder, by default the DevTools sources of the test tools].
// Prints a Markdown table. CPU time of whole processes, Node's own start included; ratios compare, seconds depend on the machine.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fetchPeers, peersDir } from '../scripts/test-tools/peers.ts';

const root = join(import.meta.dirname, '..');
if (process.argv[2] === undefined) await fetchPeers();
const sources = resolve(process.argv[2] ?? join(peersDir(), 'node_modules', 'chrome-devtools-frontend', 'front_end'));
const folder = mkdtempSync(join(tmpdir(), 'flameline-bench-'));
const measured = 'process.on("exit", () => { const { userCPUTime: u, systemCPUTime: s, maxRSS } = process.resourceUsage(); require("node:fs").writeFileSync(process.env.MEASURED, JSON.stringify({ cpu: (u + s) / 1e6, peak: maxRSS / 1e3 })); });';

/** CPU seconds and peak megabytes of a Node program. */
const run = (args) => {
  const out = join(folder, 'measured.json');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', join(folder, 'measure.cjs'), ...args], {
    cwd: sources, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, MEASURED: out, XDG_CACHE_HOME: join(folder, 'cache'), LOCALAPPDATA: join(folder, 'cache') },
  });
  if (status === null || status > 1) throw new Error(stderr);
  return { ...JSON.parse(readFileSync(out, 'utf8')), stdout };
};
const scan = (...args) => run([join(root, 'dist', 'cli.cjs'), 'scan', '--format', 'json', ...args]);

try {
  writeFileSync(join(folder, 'measure.cjs'), measured);
  const first = scan('--no-cache');
  const { filesScanned, filesSkipped } = JSON.parse(first.stdout);
  const only = scan('--no-cache', '--rule', 'n-plus-one');
  scan();
  const warm = scan();
  const listing = spawnSync(process.execPath, ['--input-type=module', '-e', `import { walkFiles } from ${JSON.stringify(join(root, 'src/session/scan/scan-walk.ts'))}; console.log(JSON.stringify(walkFiles(${JSON.stringify(sources)}).sources))`], { encoding: 'utf8' });
  const skipped = new Set(filesSkipped.map(({ file }) => file));
  const all = JSON.parse(listing.stdout);
  const looked = all.filter((file) => !skipped.has(file));
  writeFileSync(join(folder, 'files.json'), JSON.stringify(all));
  writeFileSync(join(folder, 'hash.cjs'), `const { readFileSync } = require("node:fs"); const { createHash } = require("node:crypto"); for (const file of JSON.parse(readFileSync(${JSON.stringify(join(folder, 'files.json'))}, "utf8"))) createHash("sha256").update(readFileSync(file)).digest();`);
  const hash = run([join(folder, 'hash.cjs')]);
  const config = join(folder, 'eslint.config.mjs');
  const parser = join(root, 'node_modules', 'typescript-eslint', 'dist', 'index.js');
  writeFileSync(config, `import ts from ${JSON.stringify(parser)}; export default [{ files: ["**/*.{ts,tsx,js,jsx,mts,cts,mjs,cjs}"], languageOptions: { parser: ts.parser }, linterOptions: { noInlineConfig: true }, rules: { "no-await-in-loop": 1, "no-restricted-syntax": [1, "CallExpression[callee.property.name=/Sync$/]"] } }];`);
  writeFileSync(join(folder, 'lint.mjs'), `import { ESLint } from ${JSON.stringify(join(root, 'node_modules', 'eslint', 'lib', 'api.js'))}; await new ESLint({ cwd: ${JSON.stringify(sources)}, overrideConfigFile: ${JSON.stringify(config)} }).lintFiles(${JSON.stringify(looked)});`);
  const lint = run([join(folder, 'lint.mjs')]);
  const bytes = looked.reduce((sum, file) => sum + readFileSync(join(sources, file)).length, 0);
  console.log(`Node ${process.version}, ${all.length} files, ${filesScanned} looked at, ${(bytes / 1e6).toFixed(1)} MB.\n`);
  console.log('| what | CPU, s | peak, MB | ratio | bar |\n| --- | --: | --: | --: | --: |');
  const row = (name, { cpu, peak }, ratio, bar) => console.log(`| ${name} | ${cpu.toFixed(2)} | ${peak.toFixed(0)} | ${ratio} | ${bar} |`);
  row('ESLint, `no-await-in-loop` and a Sync selector', lint, '1', '');
  row('cold scan, all rules', first, `${(lint.cpu / first.cpu).toFixed(1)} × less`, '≥ 2 ×; < 600 MB');
  row('cold scan, `--rule n-plus-one`', only, `${(lint.cpu / only.cpu).toFixed(1)} × less`, '≥ 5 ×');
  row('reading and hashing the same files', hash, '1', '');
  row('scan again, nothing changed', warm, `${(warm.cpu / hash.cpu).toFixed(1)} ×`, '≤ 2 ×');
} finally {
  rmSync(folder, { recursive: true });
}
