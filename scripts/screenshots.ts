// Takes the README's pictures from the real editor with the packed extension, into docs/images. npm run screenshots [-- dark|light|graph|comparison …]
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../test/helpers/until.ts';
import { nodeBinary } from '../test/helpers/test-cache.ts';
import { openExamples } from '../test/ui/open-examples.ts';
import type { OpenedExamples } from '../test/ui/open-examples.ts';
import type { Workbench } from '../test/host/workbench.ts';
import { root } from './bootstrap.mjs';

const folder = join(root, 'docs', 'images');
const patient = { timeout: 120_000 };
const view = { width: 1060, height: 580, scale: 1.25 };
const wideView = { width: 1320, height: 640, scale: 1.25 };

const settings = (theme: string) => ({
  'workbench.colorTheme': theme,
  'editor.minimap.enabled': false,
  'editor.lightbulb.enabled': 'off',
  'editor.occurrencesHighlight': 'off',
  'explorer.decorations.badges': false,
  'problems.decorations.enabled': false, // the examples' packages are not installed in the copy
  'breadcrumbs.enabled': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
});

async function shoot({ page }: Workbench, name: string): Promise<void> {
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  console.log(`${name.padEnd(18)} ${(statSync(path).size / 1000).toFixed(0).padStart(4)} kB`);
}

async function profileReport(workbench: Workbench): Promise<void> {
  await workbench.openFile('report/src/report.ts');
  await workbench.titleButton('Profile This File').click();
  await workbench.statusItem(/Profiling [1-9]/).waitFor(patient);
}

const finished = (workbench: Workbench): Promise<void> => workbench.statusItem('% parseRow').waitFor(patient);

/** The hot line in its file, without the terminal, the mouse away. */
async function showHotLine(workbench: Workbench): Promise<void> {
  await workbench.page.keyboard.press('Control+J');
  await workbench.openFile('report/src/rows.ts');
  await workbench.editor.locator('.view-line', { hasText: 'return cells' }).click();
  await workbench.page.mouse.move(5, 5);
  await workbench.page.locator('.glyph-margin-widgets .cgmr').first().waitFor(patient);
}

async function shootDark({ workbench }: OpenedExamples): Promise<void> {
  await profileReport(workbench);
  await workbench.page.locator('.terminal-wrapper.active .xterm-screen').waitFor(patient);
  await workbench.page.mouse.move(5, 5);
  await workbench.page.locator('.workbench-hover').waitFor({ state: 'hidden' });
  await shoot(workbench, 'running-dark');
  await finished(workbench);
  await showHotLine(workbench);
  await shoot(workbench, 'heat-dark');
  await workbench.hoverOver('parseRow', /parseRow.*hot/);
  await shoot(workbench, 'hover-dark');
}

async function shootLight({ workbench }: OpenedExamples): Promise<void> {
  await profileReport(workbench);
  await workbench.statusItem(/Profiling/).click();
  await workbench.statusItem('Partial').waitFor(patient);
  await profileReport(workbench);
  await finished(workbench);
  await showHotLine(workbench);
  await workbench.openContainer('Flameline');
  await workbench.treeRows('Hotspots').first().waitFor(patient);
  await workbench.page.mouse.move(600, 600);
  await shoot(workbench, 'hotspots-light');
  await workbench.view('Hotspots').locator('.pane-header .title').first().click();
  await workbench.treeRows('Recordings').first().hover();
  await shoot(workbench, 'recordings-light');
}

/** The graph beside the hot line, with parseRow chosen in both. */
const shootGraph = (name: string) => async ({ workbench }: OpenedExamples): Promise<void> => {
  await profileReport(workbench);
  await finished(workbench);
  await workbench.page.keyboard.press('Control+B');
  await showHotLine(workbench);
  await workbench.command('Flameline: Open Flame Graph');
  const { viewer } = workbench;
  await viewer.locator('.picture canvas').first().waitFor(patient);
  await workbench.page.locator('.view-line', { hasText: 'function parseRow' }).first().click();
  await viewer.locator('.detail').getByText('parseRow').first().waitFor(patient);
  await workbench.page.mouse.move(5, 5);
  await shoot(workbench, name);
};

/** The hot line made quick, as the example's README says. */
function mendReport(examples: string): void {
  const file = join(examples, 'report', 'src', 'rows.ts');
  const text = readFileSync(file, 'utf8')
    .replace('const seen: string[] = [];', 'const seen = new Set<string>();')
    .replace('if (!seen.includes(part)) seen.push(part);', 'seen.add(part);')
    .replace('seen.length', 'seen.size');
  writeFileSync(file, text);
}

/** A run of the example as Node records it by itself. */
function runReport(examples: string, name: string): void {
  const done = spawnSync(nodeBinary(24), ['--cpu-prof', '--cpu-prof-interval=200', '--cpu-prof-name', `${name}.cpuprofile`, 'report/src/report.ts'], { cwd: examples });
  if (done.status !== 0) throw new Error(`The example failed: ${done.stderr.toString()}`);
}

/** The example before and after it was mended. */
async function shootComparison({ workbench, folder: examples }: OpenedExamples): Promise<void> {
  runReport(examples, 'before');
  mendReport(examples);
  runReport(examples, 'after');
  const { viewer, page } = workbench;
  await workbench.openContainer('Explorer');
  await workbench.contextMenu(page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'after.cpuprofile' }), 'Compare With');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'A profile file' }).click();
  const box = page.locator('.quick-input-widget .quick-input-box input');
  await until('the dialog', async () => (await box.inputValue().catch(() => '')).startsWith('/'));
  await box.fill(join(examples, 'before.cpuprofile'));
  await page.keyboard.press('Enter');
  await viewer.locator('.trail', { hasText: 'Both runs' }).waitFor(patient);
  await viewer.locator('body').press('/');
  await page.keyboard.type('parseRow');
  await page.keyboard.press('Enter');
  await viewer.locator('.detail strong', { hasText: 'parseRow' }).waitFor(patient);
  await page.keyboard.press('Escape');
  await viewer.locator('select[aria-label="Widths"]').selectOption('before');
  await page.mouse.move(5, 5);
  await shoot(workbench, 'comparison-dark');
}

/** The findings of the bookshop, and the hover over its query per order. */
const shootFindings = (name: string) => async ({ workbench }: OpenedExamples): Promise<void> => {
  await workbench.openFile('bookshop/src/orders.ts');
  await workbench.command('Flameline: Find Performance Problems');
  for (const other of ['Hotspots', 'Recordings']) await workbench.view(other).locator('.pane-header .title').first().click(patient);
  await workbench.treeRows('Findings').filter({ hasText: 'readFileSync' }).first().waitFor(patient);
  await workbench.treeRows('Findings').filter({ hasText: 'pool.query' }).first().click();
  await workbench.editor.locator('.squiggly-warning').first().waitFor(patient);
  await workbench.hoverOver('query', /Query per element/, 'selectItems, [id]');
  await shoot(workbench, name);
};

const sessions = [
  { part: 'dark', theme: 'Default Dark Modern', shootAll: shootDark, view },
  { part: 'light', theme: 'Default Light Modern', shootAll: shootLight, view },
  { part: 'findings', theme: 'Default Dark Modern', shootAll: shootFindings('findings-dark'), view: wideView },
  { part: 'findings', theme: 'Default Light Modern', shootAll: shootFindings('findings-light'), view: wideView },
  { part: 'graph', theme: 'Default Dark Modern', shootAll: shootGraph('graph-dark'), view: wideView },
  { part: 'graph', theme: 'Default Light Modern', shootAll: shootGraph('graph-light'), view: wideView },
  { part: 'comparison', theme: 'Default Dark Modern', shootAll: shootComparison, view: wideView },
] as const;
const asked = process.argv.slice(2);

const run = (...args: string[]): boolean => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
const steps = [['esbuild.config.mjs'], ['scripts/fetch-test-tools.ts', 'nodes', 'host'], ['scripts/ensure-chromium.ts'], ['scripts/package.ts']];
if (!steps.every((args) => run(...args))) process.exit(1);
mkdirSync(folder, { recursive: true });
for (const { part, theme, shootAll, view: size } of sessions) {
  if (asked.length > 0 && !asked.includes(part)) continue;
  const examples = await openExamples({ settings: settings(theme), ...size });
  try {
    await shootAll(examples);
  } finally {
    await examples.close();
  }
}
