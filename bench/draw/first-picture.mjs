// The built page in headless Chromium with a host that plays the editor: from the moment the columns are in the page to the frame after its first picture.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePageHtml } from '../../src/editor/panels/page-html.ts';
import { playHost } from './play-host.mjs';

const root = join(import.meta.dirname, '..', '..');
const origin = 'http://bench';

/** @returns {Promise<number>} ms */
export async function timeFirstPicture(browser, { outline, bytes }) {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, deviceScaleFactor: 1 });
  const page = await context.newPage();
  await page.addInitScript(playHost);
  const files = new Map([
    ['/', ['text/html', writePageHtml({ script: '/webview.js', style: '/webview.css', origin }).replace('<body>', '<link rel="stylesheet" href="/dark.css"><body class="vscode-dark">')]],
    ['/webview.js', ['text/javascript', readFileSync(join(root, 'dist', 'webview.js'))]],
    ['/webview.css', ['text/css', readFileSync(join(root, 'dist', 'webview.css'))]],
    ['/dark.css', ['text/css', readFileSync(join(root, 'test', 'webview', 'themes', 'dark.css'))]],
    ['/columns.json', ['application/json', outline]],
    ['/columns.bin', ['application/octet-stream', Buffer.from(bytes)]],
  ]);
  await page.route(`${origin}/**`, (route) => {
    const [contentType, body] = files.get(new URL(route.request().url()).pathname) ?? ['text/plain', ''];
    return route.fulfill({ contentType, body });
  });
  await page.goto(origin);
  await page.waitForFunction(() => globalThis.firstPictureMs !== undefined, null, { timeout: 60_000 });
  const time = await page.evaluate(() => globalThis.firstPictureMs);
  await context.close();
  return time;
}
