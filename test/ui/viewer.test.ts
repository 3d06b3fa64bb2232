import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { until } from '../helpers/until.ts';
import { openExamples } from './open-examples.ts';
import type { OpenedExamples } from './open-examples.ts';
import { writeReportProfile } from './write-report-profile.ts';

const patient = { timeout: 60_000 };
/** Busy for 400 ms in the main thread and in a worker. */
const twoThreads = `import { isMainThread, Worker } from 'node:worker_threads';
function busyWork() { const end = Date.now() + 400; while (Date.now() < end); }
if (isMainThread) new Worker(new URL(import.meta.url));
busyWork();
`;

/** What the page runs to have a file with this text dropped on its body. A text, for tests of the workbench know no DOM. */
const dropOf = (text: string): string => `{
  const data = new DataTransfer();
  data.items.add(new File([${JSON.stringify(text)}], 'dropped.cpuprofile'));
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
}`;

describe('the viewer in the workbench', function () {
  this.timeout(240_000);
  let examples: OpenedExamples;
  before(async () => {
    examples = await openExamples({
      settings: { 'terminal.integrated.gpuAcceleration': 'off' },
      prepare: (folder) => {
        writeReportProfile(folder, ['parseRow', 'parseRow', 'formatCell']);
        const seen = readFileSync(join(folder, 'seen.cpuprofile'), 'utf8');
        writeFileSync(join(folder, 'later.cpuprofile'), seen.replaceAll('formatCell', 'trimCell'));
        writeFileSync(join(folder, 'threads.mjs'), twoThreads);
      },
    });
  });
  after(() => examples.close());
  const file = (name: string): Locator => examples.workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
  const openFromExplorer = async (name: string): Promise<void> => {
    await examples.workbench.openContainer('Explorer');
    await examples.workbench.contextMenu(file(name), 'Open in Flameline');
    await examples.workbench.viewer.locator('h1', { hasText: name }).waitFor(patient);
  };
  const chooseToSave = async (what: string): Promise<void> => {
    const { viewer } = examples.workbench;
    await viewer.getByRole('button', { name: 'Save' }).click();
    await viewer.getByRole('menuitem', { name: what }).click();
  };
  /** Answers the editor's dialog, which proposes a name. */
  const saveAs = async (proposed: RegExp, target: string): Promise<void> => {
    const { page } = examples.workbench;
    const box = page.locator('.quick-input-widget .quick-input-box input');
    await until('the dialog', async () => proposed.test(await box.inputValue().catch(() => '')));
    await box.fill(target);
    await page.keyboard.press('Enter');
  };
  const tabs = (): Locator => examples.workbench.page.locator('.tabs-container .tab');

  it('shows a lane for each thread of a recording, and each of them alone', async () => {
    const { workbench } = examples;
    await workbench.openFile('threads.mjs');
    await workbench.titleButton('Profile This File').click();
    await workbench.statusItem(/\d+ % busyWork/).waitFor({ timeout: 120_000 });
    await workbench.page.keyboard.press('Control+J');
    await workbench.command('Flameline: Open Flame Graph');
    const { viewer } = workbench;
    await viewer.locator('.lane').nth(1).waitFor(patient);
    const thread = viewer.getByLabel('Thread');
    assert.equal(await thread.locator('option').count(), 3);
    await thread.selectOption({ index: 2 });
    await until('one lane', async () => await viewer.locator('.lane').count() === 1);
    await viewer.locator('.trail .crumb', { hasText: 'Whole run' }).waitFor(patient);
  });

  it('saves a copy of a recording, a file for each thread, where the dialog says', async () => {
    const { workbench, folder } = examples;
    await workbench.openContainer('Flameline');
    await workbench.contextMenu(workbench.treeRows('Recordings').filter({ hasText: 'threads' }).first(), 'Save a Copy of the Profile');
    await saveAs(/threads-[^/]+\.cpuprofile$/, join(folder, 'copy.cpuprofile'));
    for (const name of ['copy.cpuprofile', 'copy-2.cpuprofile']) {
      const copy = join(folder, name);
      await until(name, () => existsSync(copy) && readFileSync(copy, 'utf8').endsWith('}'));
      assert.match(readFileSync(copy, 'utf8'), /^\{"nodes":.*"busyWork"/);
    }
  });

  it('saves an export where the dialog says', async () => {
    const { workbench, folder } = examples;
    await openFromExplorer('seen.cpuprofile');
    const target = join(folder, 'saved.collapsed');
    await chooseToSave('Collapsed stacks');
    await saveAs(/seen\.collapsed$/, target);
    await until('the file', () => existsSync(target) && readFileSync(target, 'utf8').includes('parseRow'));
    await workbench.toasts.filter({ hasText: 'Saved saved.collapsed' }).waitFor(patient);
  });

  it('saves the picture in sight where the dialog says', async () => {
    const { workbench, folder } = examples;
    await openFromExplorer('seen.cpuprofile');
    await workbench.viewer.locator('.picture canvas').first().waitFor(patient);
    const target = join(folder, 'saved.png');
    await chooseToSave('Picture (PNG) of the open view');
    await saveAs(/seen\.png$/, target);
    await until('the file', () => existsSync(target) && readFileSync(target).subarray(-8, -4).toString('latin1') === 'IEND');
    const png = readFileSync(target);
    assert.equal(png.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
    assert.ok(png.readUInt32BE(16) > 200 && png.readUInt32BE(20) > 30, 'it has the size of the picture');
  });

  it('opens a file that is dropped on it in its own column', async () => {
    const { workbench, folder } = examples;
    await openFromExplorer('seen.cpuprofile');
    const { viewer, page } = workbench;
    const groups = await page.locator('.editor-group-container').count();
    const text = readFileSync(join(folder, 'later.cpuprofile'), 'utf8');
    await viewer.locator('body').evaluate(dropOf(text));
    await workbench.viewer.locator('h1', { hasText: 'dropped.cpuprofile' }).waitFor(patient);
    assert.equal(await page.locator('.editor-group-container').count(), groups);
    const shared = page.locator('.editor-group-container', { has: page.locator('.tab', { hasText: 'seen.cpuprofile' }) });
    assert.equal(await shared.locator('.tab', { hasText: 'dropped.cpuprofile' }).count(), 1);
  });

  it('copies a link to a frame that a terminal leads back by', async () => {
    const { workbench } = examples;
    const { page } = workbench;
    await openFromExplorer('seen.cpuprofile');
    await workbench.viewer.getByRole('tab', { name: 'Functions' }).or(workbench.viewer.locator('.tab-menu')).first().waitFor(patient);
    await workbench.viewer.locator('body').press('6');
    await workbench.viewer.locator('.table .line', { hasText: 'formatCell' }).click({ button: 'right' });
    await workbench.viewer.getByText('Copy a link to it').click();
    await until('the words', async () => await workbench.viewer.locator('.readout').textContent() === 'Copied');
    await page.keyboard.press('Control+W');
    await workbench.command('Terminal: Create New Terminal');
    const rows = page.locator('.terminal-wrapper.active .xterm-rows');
    await rows.waitFor(patient);
    await page.locator('.terminal-wrapper.active textarea').focus();
    await page.keyboard.type('echo flameline:seen.cpuprofile#frame=formatCell');
    await page.keyboard.press('Enter');
    const printed = rows.locator('> div').filter({ hasText: /^flameline:seen/ });
    await printed.waitFor(patient);
    await until('the frame', async () => {
      const box = await printed.boundingBox();
      if (!box) return false;
      await page.mouse.move(box.x + 40, box.y + box.height / 2);
      await page.keyboard.down('Control');
      await page.mouse.move(box.x + 60, box.y + box.height / 2);
      await page.mouse.click(box.x + 60, box.y + box.height / 2);
      await page.keyboard.up('Control');
      return workbench.viewer.locator('.detail strong', { hasText: 'formatCell' }).isVisible();
    }, 60_000);
    await page.keyboard.press('Control+J');
  });

  it('brings a comparison back with the window', async () => {
    const { workbench } = examples;
    const { page } = workbench;
    await workbench.openContainer('Explorer');
    await workbench.contextMenu(file('later.cpuprofile'), 'Compare With');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'A profile file' }).click();
    const box = page.locator('.quick-input-widget .quick-input-box input');
    await until('the dialog', async () => (await box.inputValue().catch(() => '')).startsWith('/'));
    // The dialog looks into the folder it opens with; a path that is given before is replaced by that folder's.
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'seen.cpuprofile' }).waitFor(patient);
    await box.fill(join(examples.folder, 'seen.cpuprofile'));
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'seen.cpuprofile' }).waitFor(patient);
    await page.keyboard.press('Enter');
    const shown = async (): Promise<void> => {
      await workbench.viewer.locator('h1', { hasText: /\.cpuprofile/ }).waitFor(patient);
      await workbench.viewer.locator('.trail', { hasText: 'Both runs' }).waitFor(patient);
    };
    await shown();
    await workbench.viewer.locator('body').press('2');
    await workbench.viewer.locator('.table .line', { hasText: 'trimCell' }).waitFor(patient);
    await workbench.command('Developer: Reload Window');
    await page.waitForEvent('load', patient);
    await workbench.ready();
    await shown();
    await workbench.viewer.locator('.table .line', { hasText: 'trimCell' }).waitFor(patient);
    assert.ok((await tabs().allTextContents()).some((title) => title.includes('→')));
    assert.deepEqual(workbench.errors, []);
  });
});
