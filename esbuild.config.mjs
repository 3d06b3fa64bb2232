// @ts-check
// Builds everything that ships into dist/ and fails when a bundle outgrows its budget.
// node esbuild.config.mjs [--watch]
import { build, context } from 'esbuild';
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { thirdPartyLicences } from './scripts/third-party-licences.mjs';

/**
 * The TypeScript compiler is 1.1 MB zipped and slow to load: the analysis thread alone may ask for it, as a chunk of its own,
 * on demand. Imported anywhere else it is bundled, and breaks that bundle's budget. The converter of its trees and the scanner are chunks beside it.
 * @type {import('esbuild').Plugin}
 */
const sharedChunks = {
  name: 'shared-chunks',
  setup({ onResolve }) {
    onResolve({ filter: /^typescript$/ }, ({ kind }) => (kind === 'entry-point' ? undefined : { path: './typescript.cjs', external: true }));
    onResolve({ filter: /\/scan-thread\.ts$/ }, ({ kind }) => (kind === 'entry-point' ? undefined : { path: './scan.cjs', external: true }));
    onResolve({ filter: /\/oxc\.ts$/ }, ({ kind }) => (kind === 'entry-point' ? undefined : { path: './oxc.cjs', external: true }));
    onResolve({ filter: /\/source-fixes\.ts$/ }, ({ kind }) => (kind === 'entry-point' ? undefined : { path: './fixes.cjs', external: true }));
    onResolve({ filter: /^scslre$/ }, ({ kind }) => (kind === 'entry-point' ? undefined : { path: './scslre.cjs', external: true }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const node = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: true,
  sourcemap: false,
  legalComments: 'none', // they stand in dist/licences.txt
  metafile: true,
  logLevel: 'warning',
  // Source that also runs unbundled asks `__dirname` first, so the ESM-only global may be empty here.
  define: { 'import.meta.url': 'undefined' },
};

/**
 * @param {number} budget bytes
 * @param {string} entry
 * @param {string} outfile
 * @param {import('esbuild').BuildOptions} [options]
 */
const bundle = (budget, entry, outfile, options) => ({ budget, entry, outfile, options: { ...node, ...options } });

/** Only the extension may find `vscode`: anywhere else the import fails the build. */
export const bundles = [
  bundle(185_000, 'src/editor/extension.ts', 'dist/extension.cjs', { external: ['vscode'] }),
  bundle(180_000, 'src/session/worker.ts', 'dist/worker.cjs', { plugins: [sharedChunks] }),
  bundle(40_000, 'src/capture/probe/main.ts', 'dist/probe.cjs', { target: 'node18' }),
  bundle(160_000, 'src/cli/main.ts', 'dist/cli.cjs', { banner: { js: '#!/usr/bin/env node' } }),
  bundle(150_000, 'src/webview/main.ts', 'dist/webview.js', { platform: 'browser', format: 'iife', target: 'chrome120' }),
  bundle(26_000, 'src/webview/page.css', 'dist/webview.css', { platform: 'browser' }),
  bundle(3_700_000, 'typescript', 'dist/typescript.cjs'),
  bundle(210_000, 'src/session/scan/scan-thread.ts', 'dist/scan.cjs', { plugins: [sharedChunks] }),
  bundle(40_000, 'src/session/scan/source-fixes.ts', 'dist/fixes.cjs', { plugins: [sharedChunks] }),
  bundle(1_200_000, 'scslre', 'dist/scslre.cjs'), // most of it are tables of Unicode; 235 kB zipped
  bundle(300_000, '@typescript-eslint/typescript-estree/use-at-your-own-risk', 'dist/estree.cjs', { plugins: [sharedChunks] }),
  bundle(200_000, 'src/session/scan/oxc.ts', 'dist/oxc.cjs'),
  bundle(1_600_000, 'oxc-parser/parser.wasm32-wasip1.wasm', 'dist/oxc.wasm', { bundle: false, loader: { '.wasm': 'copy' } }),
];

const licences = 'dist/licences.txt';
const inputs = bundles.map(({ entry, outfile, options }) => ({ ...options, entryPoints: [entry], outfile }));

/** @param {(typeof bundles)[number]} bundle */
function keepsBudget({ outfile, budget }) {
  const { size } = statSync(outfile);
  const kept = size <= budget;
  console.log(`${outfile.padEnd(22)} ${(size / 1000).toFixed(0).padStart(6)} kB of ${(budget / 1000).toFixed(0)} kB${kept ? '' : '  over budget'}`);
  return kept;
}

/** What an earlier build left and this one does not make must not ship. */
function removeStale() {
  const names = existsSync('dist') ? readdirSync('dist') : [];
  const wanted = [licences, ...bundles.map(({ outfile }) => outfile)];
  for (const name of names.filter((name) => !wanted.includes(`dist/${name}`))) {
    rmSync(join('dist', name), { recursive: true });
  }
}

async function buildAll() {
  removeStale();
  const built = await Promise.allSettled(inputs.map((options) => build(options)));
  const used = built.flatMap((result) => (result.status === 'fulfilled' ? Object.keys(result.value.metafile?.inputs ?? {}) : []));
  writeFileSync(licences, thirdPartyLicences(used));
  const kept = bundles.filter((_, index) => built[index].status === 'fulfilled').map(keepsBudget);
  if (kept.length < bundles.length || kept.includes(false)) process.exitCode = 1;
}

async function watchAll() {
  for (const options of inputs) await (await context(options)).watch();
}

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) await (process.argv.includes('--watch') ? watchAll() : buildAll());
