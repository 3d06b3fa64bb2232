// Builds everything that ships into dist/ and fails when a bundle outgrows its budget.
// node esbuild.config.mjs [--watch]
import { build, context } from 'esbuild';
import { existsSync, rmSync, statSync } from 'node:fs';

const watch = process.argv.includes('--watch');

/** The TypeScript compiler is 1.1 MB zipped each time it is bundled: every bundle shares the one chunk, loaded on demand. */
const sharedCompiler = {
  name: 'shared-compiler',
  setup({ onResolve }) {
    onResolve({ filter: /^typescript$/ }, ({ kind }) => (kind === 'entry-point' ? undefined : { path: './typescript.cjs', external: true }));
  },
};

const node = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: true,
  sourcemap: false,
  legalComments: 'none',
  logLevel: 'warning',
  // Source that also runs unbundled asks `__dirname` first, so the ESM-only global may be empty here.
  define: { 'import.meta.url': 'undefined' },
  plugins: [sharedCompiler],
};

/** Budgets in bytes. */
const bundles = [
  { budget: 160_000, entryPoints: ['src/editor/extension.ts'], outfile: 'dist/extension.cjs', external: ['vscode'] },
  { budget: 160_000, entryPoints: ['src/session/worker.ts'], outfile: 'dist/worker.cjs' },
  { budget: 40_000, entryPoints: ['src/capture/probe/main.ts'], outfile: 'dist/probe.cjs', target: 'node18' },
  { budget: 160_000, entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.cjs', banner: { js: '#!/usr/bin/env node' } },
  { budget: 3_700_000, entryPoints: ['typescript'], outfile: 'dist/typescript.cjs', plugins: [] },
];

if (!watch) rmSync('dist', { recursive: true, force: true });
let failed = false;
for (const { budget, ...options } of bundles.filter(({ entryPoints: [entry] }) => entry === 'typescript' || existsSync(entry))) {
  if (watch) {
    await (await context({ ...node, ...options })).watch();
    continue;
  }
  await build({ ...node, ...options });
  const { size } = statSync(options.outfile);
  const over = size > budget;
  failed ||= over;
  console.log(`${options.outfile.padEnd(22)} ${(size / 1000).toFixed(0).padStart(6)} kB of ${(budget / 1000).toFixed(0)} kB${over ? '  over budget' : ''}`);
}
if (failed) process.exitCode = 1;
