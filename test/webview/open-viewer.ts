import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import type { EmbeddedProfile } from '../../src/protocol/embedded-profile.ts';
import type { PageView } from '../../src/protocol/profile-page.ts';
import { writePageHtml } from '../../src/editor/panels/page-html.ts';
import { findChromium, noChromiumNote } from '../host/find-chromium.ts';

export const themes = ['dark', 'light', 'high-contrast', 'high-contrast-light'] as const;
export type ThemeName = (typeof themes)[number];

export interface ViewerOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  /** Instead of the profile: what the host answers to `ready`. */
  readonly view?: PageView;
  /** Lines of the answer to `source`; without it the source is unknown. */
  readonly source?: readonly string[];
}

/** Columns as JSON: what is posted inside the page are typed arrays again. */
const packed = (embedded: EmbeddedProfile): string =>
  JSON.stringify(embedded, (_, value: unknown) => (ArrayBuffer.isView(value) ? { $column: value.constructor.name, values: Array.from(value as Int32Array) } : value));

/** The page's frame and policy are those of the editor; beside them only a theme, which an editor gives in its own way, and the host. */
const frame = (theme: ThemeName, origin: string): string =>
  writePageHtml({ script: '/webview.js', style: '/webview.css', origin })
    .replace('<title>Flameline</title>', '<title>page</title>\n<link rel="stylesheet" href="/theme.css">')
    .replace(/<body>(<script nonce="[^"]+" )/, `<body class="vscode-${theme}">$1src="/host.js"></script>$1`);

/** Runs before the page's own script: an editor that answers and keeps what it hears. It keeps the page's state as an editor does. */
function playHost({ view, packed, source, saved }: { view: unknown; packed: string | null; source: readonly string[] | null; saved: string | null }): void {
  const columnKinds = { Int32Array, Float64Array, Uint8Array };
  const unpack = (text: string): { columns: unknown } => JSON.parse(text, (_, value: { $column?: keyof typeof columnKinds; values: number[] } | null) =>
    (value?.$column ? columnKinds[value.$column].from(value.values) : value)) as { columns: unknown };
  const heard: unknown[] = [];
  const askedOfWorker: string[] = [];
  window.Worker = class extends Worker {
    override postMessage(message: { method: string }, transfer?: StructuredSerializeOptions | Transferable[]): void {
      askedOfWorker.push(message.method);
      super.postMessage(message, Array.isArray(transfer) ? { transfer } : transfer);
    }
  };
  const blocked: string[] = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => void blocked.push(effectiveDirective));
  const answers: Record<string, () => unknown> = {
    ready: () => view,
    columns: () => packed && unpack(packed).columns,
    source: () => (source ? { ok: true, firstLine: 1, lines: source } : { ok: false, reason: 'The file is gone.' }),
  };
  const state = { current: saved === null ? undefined : (JSON.parse(saved) as unknown) };
  const postMessage = (message: { kind: string; id: number; method?: string }): void => {
    heard.push(message);
    if (message.kind === 'request') window.postMessage({ kind: 'answer', id: message.id, answer: answers[message.method ?? '']?.() ?? null });
  };
  Object.assign(window, { heard, blocked, askedOfWorker, state, acquireVsCodeApi: () => ({ postMessage, getState: () => state.current, setState: (next: unknown) => { state.current = next; } }) });
}

export interface Viewers {
  /** The page anew, in the one tab there is: what an earlier call gave is gone. */
  open(embedded: EmbeddedProfile | null, options?: ViewerOptions): Promise<Page>;
  /** The same page again, with what it kept of itself. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

/** What the host has for its page. */
interface HostData {
  readonly view: unknown;
  readonly packed: string | null;
  readonly source: readonly string[] | null;
}

/** Takes from the tab what outlives a document: what a test that failed held down, and the pointer's place, for a new picture under it would tell of a frame at once. */
async function leaveLastPage(page: Page, viewport: { readonly width: number; readonly height: number }): Promise<void> {
  await page.unrouteAll();
  await page.mouse.up();
  for (const key of ['Shift', 'Control', 'Alt']) await page.keyboard.up(key);
  await page.mouse.move(-1, -1);
  await page.emulateMedia({ reducedMotion: null });
  await page.setViewportSize(viewport);
}

/** A browser with one tab, and a server of the built page. A new tab for each test would cost three times the CPU of the test. */
export async function startViewers(): Promise<Viewers> {
  const executablePath = findChromium();
  assert.ok(executablePath, noChromiumNote);
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
  const context = await browser.newContext();
  const page = await context.newPage();
  // Names what was waited for, before the test's own deadline ends it without a word.
  page.setDefaultTimeout(20_000);
  let host: HostData;

  const open = async (embedded: EmbeddedProfile | null, { theme = 'dark', width = 1000, height = 640, view, source }: ViewerOptions = {}): Promise<Page> => {
    host = { view: view ?? embedded?.view ?? { kind: 'empty' }, packed: embedded && packed(embedded), source: source ?? null };
    await leaveLastPage(page, { width, height });
    await page.route('**/*', (route) => route.fulfill(serve(new URL(route.request().url()).pathname, theme, hostScript(null))));
    await page.goto('http://page.test/');
    return page;
  };
  const hostScript = (saved: string | null): string => `(${playHost.toString()})(${JSON.stringify({ ...host, saved })})`;
  return {
    open,
    async reload() {
      const saved = await page.evaluate(() => JSON.stringify((Reflect.get(window, 'state') as { current: unknown }).current ?? null));
      await page.route('**/host.js', (route) => route.fulfill({ contentType: 'text/javascript', body: hostScript(saved) }));
      await page.reload();
    },
    close: () => browser.close(),
  };
}

function serve(path: string, theme: ThemeName, hostScript: string): { contentType: string; body: string } {
  const css = 'text/css';
  const script = 'text/javascript';
  if (path === '/host.js') return { contentType: script, body: hostScript };
  if (path === '/webview.js') return { contentType: script, body: readFileSync('dist/webview.js', 'utf8') };
  if (path === '/webview.css') return { contentType: css, body: readFileSync('dist/webview.css', 'utf8') };
  if (path === '/theme.css') return { contentType: css, body: readFileSync(`test/webview/themes/${theme}.css`, 'utf8') };
  return { contentType: 'text/html', body: frame(theme, 'http://page.test') };
}

/** What the page said to its host with one word. */
export const heardBy = (page: Page, method: string): Promise<unknown[]> =>
  page.evaluate((word) => (Reflect.get(window, 'heard') as { method?: string; params: unknown }[]).filter((message) => message.method === word).map(({ params }) => params), method);

/** Words the page said to its own worker, in order. */
export const askedOfWorker = (page: Page): Promise<string[]> => page.evaluate(() => [...(Reflect.get(window, 'askedOfWorker') as string[])]);

/** What the page's policy has blocked so far, by directive. */
export const blockedIn = (page: Page): Promise<string[]> => page.evaluate(() => Reflect.get(window, 'blocked') as string[]);
