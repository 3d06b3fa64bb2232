import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { until } from '../helpers/until.ts';
import { openExamples } from './open-examples.ts';
import type { OpenedExamples } from './open-examples.ts';
import { writeReportProfile } from './write-report-profile.ts';

const patient = { timeout: 60_000 };
/** A row of the picture is about this high, px; clicks go from its middle down. */
const rowHeight = 18;

describe('the flame graph beside the code', function () {
  this.timeout(240_000);
  let examples: OpenedExamples;
  before(async () => {
    examples = await openExamples({
      prepare: (folder) => {
        writeReportProfile(folder, ['parseRow']);
        writeFileSync(join(folder, 'broken.cpuprofile'), '{ "nodes": [');
        writeFileSync(join(folder, 'notes.md'), 'See flameline:seen.cpuprofile#frame=parseRow\n');
      },
    });
  });
  after(() => examples.close());
  const detail = () => examples.workbench.viewer.locator('.detail');
  /** Clicks frames from the top down, at several places of the picture's width: which calls are the heaviest, and stand leftmost, is the run's business. */
  const clickUntilChosen = async (flame: Locator, name: string): Promise<void> => {
    for (const across of [0.05, 0.3, 0.55, 0.8]) {
      for (let y = rowHeight / 2; ; y += rowHeight) {
        const [picture, foot] = [await flame.boundingBox(), await detail().boundingBox()];
        if (!picture || !foot || picture.y + y >= foot.y) break;
        await flame.click({ position: { x: picture.width * across, y } });
        if ((await detail().innerText()).startsWith(name)) return;
      }
    }
  };
  const openFromExplorer = async (name: string): Promise<void> => {
    await examples.workbench.openContainer('Explorer');
    await examples.workbench.contextMenu(examples.workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }), 'Open in Flameline');
  };

  it('opens after a run, with the same sentence', async () => {
    const { workbench } = examples;
    await workbench.openFile('report/src/report.ts');
    await workbench.titleButton('Profile This File').click();
    await workbench.statusItem(/\d+ % parseRow/).waitFor({ timeout: 120_000 });
    await workbench.page.keyboard.press('Control+J');
    await workbench.command('Flameline: Open Flame Graph');
    await workbench.viewer.locator('.headline', { hasText: /parseRow.* takes \d+ % of the CPU time/ }).waitFor(patient);
    await workbench.viewer.locator('.picture canvas').first().waitFor(patient);
  });

  it('finds a function as it is typed', async () => {
    const { workbench } = examples;
    await workbench.viewer.locator('input[type=search]').fill('parseRow');
    await workbench.viewer.locator('[role=search] output', { hasText: /\d/ }).waitFor(patient);
    await workbench.viewer.locator('input[type=search]').fill('');
  });

  it('leads from a clicked frame to its line beside the graph, and keeps the keyboard', async () => {
    const { workbench } = examples;
    await workbench.viewer.locator('.tab-menu').selectOption('left-heavy');
    const flame = workbench.viewer.locator('.flame').first();
    await flame.waitFor(patient);
    await clickUntilChosen(flame, 'parseRow');
    assert.match(await detail().innerText(), /^parseRow/);
    await until('the cursor in the code', async () => (await workbench.cursorLine('rows.ts').allTextContents()).includes('14'));
    assert.equal(await workbench.page.locator('.editor-group-container').count(), 2);
    await workbench.page.locator('.editor-group-container.active .tab.active', { hasText: 'Flameline' }).waitFor(patient);
  });

  it('selects the function that the cursor is in', async () => {
    const { workbench } = examples;
    await workbench.page.locator('.view-line', { hasText: 'function parseExport' }).first().click();
    await detail().getByText('parseExport').first().waitFor(patient);
    await until('parseExport', async () => (await detail().innerText()).startsWith('parseExport'));
  });

  it('opens a profile file as an editor', async () => {
    const { workbench } = examples;
    await openFromExplorer('seen.cpuprofile');
    await workbench.viewer.locator('h1', { hasText: 'seen.cpuprofile' }).waitFor(patient);
    await workbench.viewer.locator('.headline', { hasText: 'takes 100 % of the CPU time' }).waitFor(patient);
  });

  it('names the byte where a file is damaged', async () => {
    const { workbench } = examples;
    await openFromExplorer('broken.cpuprofile');
    await workbench.viewer.getByText('The file is cut off before its first whole node (byte 12)').waitFor(patient);
  });

  it('follows a flameline: link in a document to the frame', async () => {
    const { workbench } = examples;
    await workbench.openFile('notes.md');
    await workbench.page.locator('.detected-link').first().click({ modifiers: ['Control'] });
    await workbench.viewer.locator('h1', { hasText: 'seen.cpuprofile' }).waitFor(patient);
    await until('the frame', async () => (await detail().innerText()).startsWith('parseRow'));
    assert.deepEqual(workbench.errors, []);
  });
});
