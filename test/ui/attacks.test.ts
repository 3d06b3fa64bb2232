import assert from 'node:assert/strict';
import { openExamples } from './open-examples.ts';
import type { OpenedExamples } from './open-examples.ts';
import { writeReportProfile } from './write-report-profile.ts';

const html = '<img src=x onerror="document.title=1">';
const link = '[click](command:workbench.action.closeActiveEditor)';
const icon = '$(flame) **bold**';

describe('names in a profile', function () {
  this.timeout(180_000);
  let examples: OpenedExamples;
  before(async () => {
    examples = await openExamples({ prepare: (folder) => writeReportProfile(folder, [html, link, icon, '__proto__']) });
    await examples.openProfile();
  });
  after(() => examples.close());

  it('are shown as they are in the list of hotspots', async () => {
    const rows = examples.workbench.treeRows('Hotspots');
    for (const name of [html, link, icon, '__proto__']) await rows.filter({ hasText: name }).first().waitFor({ timeout: 30_000 });
    assert.equal(await rows.locator('img').count(), 0);
  });

  it('are shown as they are in a hover: no picture, no link, no bold', async () => {
    const { workbench } = examples;
    await workbench.openFile('report/src/rows.ts');
    const hover = await workbench.hoverOver('parseRow', 'of the CPU time');
    assert.ok((await hover.innerText()).includes(html), await hover.innerText());
    assert.equal(await hover.locator('img').count(), 0);
    assert.equal(await hover.locator('a', { hasText: 'click' }).count(), 0);
    await workbench.page.keyboard.press('Escape');
  });

  it('are shown as they are in the status bar', async () => {
    const { workbench } = examples;
    await workbench.statusBar.getByText('onerror').waitFor({ timeout: 30_000 });
    assert.equal(await workbench.statusBar.locator('img').count(), 0);
  });

  it('run nothing', async () => {
    assert.notEqual(await examples.workbench.page.title(), '1');
    assert.deepEqual(examples.workbench.errors, []);
  });
});
