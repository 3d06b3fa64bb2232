import type { ComparisonFormat, ExportFormat } from '../../protocol/profile-page.ts';
import type { PageHost } from '../bridge/page-host.ts';
import type { MenuItem } from './menu.ts';

const formats: readonly (readonly [format: ExportFormat, title: string])[] = [
  ['speedscope', 'speedscope JSON'], ['pprof', 'pprof'], ['collapsed', 'Collapsed stacks'], ['html', 'Self-contained page'],
];

const reports: readonly (readonly [format: ComparisonFormat, title: string])[] = [['markdown', 'Report (Markdown)'], ['json', 'Report (JSON)']];

/** What can be saved of this page. */
export function listExports(host: PageHost, isComparison: boolean, canvas: () => HTMLCanvasElement | null, fail: (error: unknown) => void): readonly MenuItem[] {
  const picture: MenuItem = { title: 'Picture (PNG) of the open view', key: '', run: () => savePicture(host, canvas(), fail) };
  if (!host.isEditor) return [picture];
  if (isComparison) return [...reports.map(([format, title]): MenuItem => ({ title, key: '', run: () => void host.exportReport(format).catch(fail) })), picture];
  return [...formats.map(([format, title]): MenuItem => ({ title, key: '', run: () => void host.exportProfile(format).catch(fail) })), picture];
}

function savePicture(host: PageHost, canvas: HTMLCanvasElement | null, fail: (error: unknown) => void): void {
  if (!canvas) return fail(new Error('The open view is a table. Open a picture, such as the flame chart, and save that.'));
  canvas.toBlob((blob) => {
    if (!blob) return fail(new Error('The picture is too large to be saved. Make the page smaller and try again.'));
    blob.arrayBuffer().then((bytes) => host.savePicture(new Uint8Array(bytes))).catch(fail);
  }, 'image/png');
}
