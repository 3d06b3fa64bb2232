import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { embeddedId } from '../../src/protocol/embedded-profile.ts';
import type { EmbeddedProfile } from '../../src/protocol/embedded-profile.ts';
import { packColumns } from '../../src/session/pack-columns.ts';
import { until } from '../helpers/until.ts';
import { findChromium, noChromiumNote } from '../host/find-chromium.ts';
import { Viewer } from './viewer.ts';
import { drawnPage, drawStacks } from './viewer-profiles.ts';

const embedded = drawnPage([drawStacks(['main parse row+32', 'main parse row+33', 'main'])]);

/** One document with everything in it. */
function exported(profile: EmbeddedProfile): string {
  const data = Buffer.from(gzipSync(packColumns(profile))).toString('base64');
  const policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; worker-src blob:";
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>page</title>
<style>${readFileSync('dist/webview.css', 'utf8')}</style></head><body><script type="text/plain" id="${embeddedId}">${data}</script>
<script>${readFileSync('dist/webview.js', 'utf8').replaceAll('</script', '<\\/script')}</script></body></html>`;
}

describe('an exported page', () => {
  let browser: Browser;
  before(async () => {
    const executablePath = findChromium();
    assert.ok(executablePath, noChromiumNote);
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
  });
  after(() => browser.close());

  async function open(): Promise<{ readonly viewer: Viewer; readonly asked: string[]; readonly page: Page }> {
    const page = await browser.newPage();
    const asked: string[] = [];
    await page.route('**/*', (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: exported(embedded) });
    });
    await page.goto('http://page.test/profile.html');
    return { viewer: await new Viewer(page).ready(), asked, page };
  }

  it('is the same page without an editor, and asks nobody for anything', async () => {
    const { viewer, asked } = await open();
    await viewer.press('6');
    await viewer.line('row').waitFor();
    assert.deepEqual(await viewer.lines(), ['row', 'main', 'parse']);
    assert.deepEqual(asked, ['http://page.test/profile.html']);
  });

  it('says that there is no code to go to, and shows the numbers of the lines', async () => {
    const { viewer, page } = await open();
    await viewer.press('6');
    await viewer.line('row').click();
    await viewer.press('g');
    await viewer.readout.getByText('There is no editor here').waitFor();
    await viewer.press('7');
    await page.getByText('exported without its source').waitFor();
    assert.equal((await viewer.cells('33'))[0], '33');
  });

  it('says so too when the frame was chosen in the same moment', async () => {
    const { viewer, page } = await open();
    await page.evaluate(() => {
      for (const key of ['p', 'g']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    });
    await viewer.chosen.getByText('row').waitFor();
    await viewer.settled();
    assert.match(await viewer.readout.textContent() ?? '', /^There is no editor here/);
  });

  it('takes light or dark from the system', async () => {
    const { page } = await open();
    for (const [colorScheme, background] of [['dark', 'rgb(31, 31, 31)'], ['light', 'rgb(255, 255, 255)']] as const) {
      await page.emulateMedia({ colorScheme });
      await until(colorScheme, async () => (await page.evaluate(() => getComputedStyle(document.body).backgroundColor)) === background);
    }
  });
});
