import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openExamples } from './open-examples.ts';
import type { OpenedExamples } from './open-examples.ts';

const tellTale = "import { writeFileSync } from 'node:fs';\nwriteFileSync(new URL('./it-ran', import.meta.url), '');\n";

/** A profile with one function of the report, as V8 would write it. */
const profileOf = (folder: string): string => {
  const frame = (functionName: string, url: string, lineNumber: number) => ({ functionName, scriptId: '1', url, lineNumber, columnNumber: 0 });
  return JSON.stringify({
    nodes: [
      { id: 1, callFrame: frame('(root)', '', -1), hitCount: 0, children: [2] },
      { id: 2, callFrame: frame('parseRow', `file://${folder}/report/src/rows.ts`, 13), hitCount: 3, positionTicks: [{ line: 17, ticks: 3 }] },
    ],
    startTime: 0,
    endTime: 300_000,
    samples: [2, 2, 2],
    timeDeltas: [0, 100_000, 100_000],
  });
};

describe('a workspace that is not trusted', function () {
  this.timeout(180_000);
  let examples: OpenedExamples;
  before(async () => {
    examples = await openExamples({
      workspaceTrust: true,
      prepare: (folder) => {
        writeFileSync(join(folder, 'tell-tale.mts'), tellTale);
        writeFileSync(join(folder, 'seen.cpuprofile'), profileOf(folder));
      },
    });
  });
  after(() => examples.close());

  it('runs nothing: the flame says so and leads to the trust editor', async () => {
    const { workbench, folder } = examples;
    await workbench.openFile('tell-tale.mts');
    await workbench.titleButton('Profile This File').click();
    await workbench.toasts.filter({ hasText: 'Restricted Mode' }).first().waitFor({ timeout: 60_000 });
    assert.equal(existsSync(join(folder, 'it-ran')), false);
    assert.equal(await workbench.statusItem(/Profiling/).count(), 0);
  });

  it('says in its view what works and what does not', async () => {
    const { workbench } = examples;
    await workbench.openContainer('Flameline');
    await workbench.view('Hotspots').getByText('profiles can be opened and read, programs are not run').waitFor({ timeout: 30_000 });
  });

  it('still opens a profile', async () => {
    const { workbench } = examples;
    await workbench.openContainer('Explorer');
    await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'seen.cpuprofile' }).click({ button: 'right' });
    await workbench.page.locator('.context-view .action-label', { hasText: 'Open Profile' }).first().click();
    await workbench.openContainer('Flameline');
    await workbench.treeRows('Hotspots').filter({ hasText: 'parseRow' }).first().waitFor({ timeout: 60_000 });
    assert.equal(readFileSync(join(examples.folder, 'tell-tale.mts'), 'utf8'), tellTale);
  });
});
