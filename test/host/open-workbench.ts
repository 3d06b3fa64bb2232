import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { ConsoleMessage, Page } from 'playwright-core';
import { findChromium, noChromiumNote } from './find-chromium.ts';
import type { RunningServer } from './start-server.ts';
import { Workbench } from './workbench.ts';

export interface WorkbenchOptions {
  readonly server: RunningServer;
  /** The workspace; none opens an empty window. */
  readonly folder?: string;
  /** A folder with an extension under development, and the module with `run()` that tests it. */
  readonly extension?: string;
  readonly tests?: string;
  readonly width?: number;
  readonly height?: number;
  /** Sharper pictures: device pixels a CSS pixel. */
  readonly scale?: number;
  /** The page's console, which carries the extension host's too. */
  readonly onConsole?: (message: ConsoleMessage) => void;
  /** Called when `run()` of `tests` has settled: 0 when it resolved. */
  readonly onExit?: (code: number) => void;
}

const browserSwitches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

function workbenchAddress(server: RunningServer, folder: string | undefined): string {
  const address = new URL(server.address);
  if (folder === undefined) address.searchParams.set('ew', 'true');
  else address.searchParams.set('folder', resolve(folder));
  address.searchParams.set('payload', JSON.stringify([['skipWelcome', 'true'], ['skipReleaseNotes', 'true']]));
  return address.href;
}

/**
 * Puts the extension under development into the configuration that the page carries in a meta element, before the
 * workbench reads it. A built server ignores `extensionDevelopmentPath` in the address without a switch that also hides
 * toasts; and rewriting the response makes Chromium take the page for a remote one and block its sockets to 127.0.0.1.
 */
async function developExtension(page: Page, server: RunningServer, extension: string, tests: string | undefined): Promise<void> {
  const uri = (path: string) => ({ scheme: 'vscode-remote', authority: server.authority, path: pathToFileURL(resolve(path)).pathname });
  const developmentOptions = { extensions: [uri(extension)], ...(tests === undefined ? {} : { extensionTestsPath: uri(tests) }) };
  const script = (options: string) => `
    if (window === window.top) new MutationObserver((changes, observer) => {
      const meta = document.getElementById('vscode-workbench-web-configuration');
      if (!meta) return;
      observer.disconnect();
      const configuration = JSON.parse(meta.getAttribute('data-settings'));
      configuration.developmentOptions = { ...configuration.developmentOptions, ...${options} };
      meta.setAttribute('data-settings', JSON.stringify(configuration));
    }).observe(document, { childList: true, subtree: true });`;
  await page.addInitScript({ content: script(JSON.stringify(developmentOptions)) });
}

async function announceExit(page: Page, onExit: (code: number) => void): Promise<void> {
  await page.exposeFunction('codeAutomationExit', onExit);
  await page.exposeFunction('codeAutomationLog', () => undefined);
}

/** Opens the served workbench in a headless Chromium. Nothing but the server can be reached from it. */
export async function openWorkbench({ server, folder, extension, tests, onConsole, onExit, ...view }: WorkbenchOptions): Promise<Workbench> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(noChromiumNote);
  const browser = await chromium.launch({ executablePath, headless: true, args: browserSwitches });
  try {
    const viewport = { width: view.width ?? 1400, height: view.height ?? 900 };
    const context = await browser.newContext({ viewport, deviceScaleFactor: view.scale ?? 1 });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.address.origin });
    await context.route(({ protocol, hostname }) => /^https?:$/.test(protocol) && hostname !== '127.0.0.1', (route) => route.abort());
    const page = await context.newPage();
    const workbench = new Workbench(page);
    if (onConsole) page.on('console', onConsole);
    if (onExit) await announceExit(page, onExit);
    if (extension !== undefined) await developExtension(page, server, extension, tests);
    await page.goto(workbenchAddress(server, folder), { waitUntil: 'domcontentloaded' });
    return workbench;
  } catch (error) {
    await browser.close();
    throw error;
  }
}
