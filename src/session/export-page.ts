import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { displayFile } from '../core/report/display-file.ts';
import { visibleText } from '../core/report/visible-text.ts';
import type { EmbeddedProfile } from '../protocol/embedded-profile.ts';
import { bundlePath } from './bundles.ts';
import { describeProfile, titleOf } from './describe-profile.ts';
import { FlameRows } from './flame-rows.ts';
import { packColumns } from './pack-columns.ts';
import { nativeStyle } from './root-guard.ts';
import type { OpenedFlame } from './types.ts';
import { writeHtmlPage } from './write-html-page.ts';

/** The built page with the profile in it. Files inside `cwd` are named relative to it. */
export function exportPage(opened: OpenedFlame, cwd: string): string {
  const embedded = embed(opened, cwd);
  const [script, style] = [bundlePath('webview.js'), bundlePath('webview.css')].map((path) => readFileSync(path, 'utf8').trim());
  return writeHtmlPage({ title: `${titleOf(opened)} · Flameline`, script, style, profile: gzipSync(packColumns(embedded)).toString('base64') });
}

/** What the page would be told by an editor; nothing in it can be opened. */
function embed(opened: OpenedFlame, cwd: string): EmbeddedProfile {
  const rows = new FlameRows(opened);
  const show = (file: string): string => visibleText(displayFile(file, cwd, nativeStyle), 200);
  const places = Array.from({ length: rows.length }, (_, row) => {
    const place = rows.place(row);
    return place === null || place.file === '' ? '' : `${show(place.file)}${place.line > 0 ? `:${place.line}` : ''}`;
  });
  const facts = describeProfile(opened, rows, show);
  return { view: { kind: 'profile', revision: 1, facts, selected: -1, changed: false }, columns: { revision: 1, data: opened.data, places, openable: new Uint8Array(rows.length) } };
}
