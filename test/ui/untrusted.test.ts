import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openExamples } from './open-examples.ts';
import type { OpenedExamples } from './open-examples.ts';
import { writeReportProfile } from './write-report-profile.ts';

const tellTale = "import { writeFileSync } from 'node:fs';\nwriteFileSync(new URL('./it-ran', import.meta.url), '');\n";

describe('a workspace that is not trusted', function () {
  this.timeout(180_000);
  let examples: OpenedExamples;
  before(async () => {
    examples = await openExamples({
      workspaceTrust: true,
      prepare: (folder) => {
        writeFileSync(join(folder, 'tell-tale.mts'), tellTale);
        writeReportProfile(folder, ['parseRow']);
      },
    });
  });
  after(() => examples.close());

  it('C1 runs nothing: the flame says so and leads to the trust editor', async () => {
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
    await examples.openProfile();
    assert.match(await examples.workbench.treeRows('Hotspots').first().innerText(), /^parseRow/);
  });
});
