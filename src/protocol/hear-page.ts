import type { Handlers } from './peer.ts';
import { isCopyRequest, isDroppedFile, isExportRequest, isFunctionPlace, isPicture, isReportRequest, isRevision, pageHostMethods } from './profile-page.ts';
import type { ComparisonFormat, DroppedFile, ExportFormat, FunctionPlace, PageView, ProfileColumns, SourceText } from './profile-page.ts';

/** What an editor does for a page, by word. Each gets only what the word's guard lets through; what a page can't have is left out. */
export interface PageDeeds {
  ready(): PageView;
  columns(of: { readonly revision: number }): ProfileColumns;
  cancel(): void;
  reload(): void;
  openFunction(place: FunctionPlace): unknown;
  source(place: FunctionPlace): SourceText | Promise<SourceText>;
  copy(text: string): unknown;
  copyLink?(place: FunctionPlace): unknown;
  exportReport?(format: ComparisonFormat): unknown;
  exportProfile?(format: ExportFormat): unknown;
  savePicture(png: Uint8Array): unknown;
  openFile(): unknown;
  drop?(file: DroppedFile): unknown;
}

/** The closed list of words a page may say. Anything else, and any other shape, is answered with a failure and does nothing. */
export function hearPage(deeds: PageDeeds): Handlers {
  return new Map<string, (params: unknown) => unknown>([
    [pageHostMethods.ready, () => deeds.ready()],
    [pageHostMethods.columns, checked(isRevision, (of) => deeds.columns(of))],
    [pageHostMethods.cancel, () => deeds.cancel()],
    [pageHostMethods.reload, () => deeds.reload()],
    [pageHostMethods.openFunction, checked(isFunctionPlace, (place) => deeds.openFunction(place))],
    [pageHostMethods.source, checked(isFunctionPlace, (place) => deeds.source(place))],
    [pageHostMethods.copy, checked(isCopyRequest, ({ text }) => deeds.copy(text))],
    [pageHostMethods.exportProfile, checked(isExportRequest, ({ format }) => deeds.exportProfile?.(format))],
    [pageHostMethods.exportReport, checked(isReportRequest, ({ format }) => deeds.exportReport?.(format))],
    [pageHostMethods.copyLink, checked(isFunctionPlace, (place) => deeds.copyLink?.(place))],
    [pageHostMethods.savePicture, checked(isPicture, ({ png }) => deeds.savePicture(png))],
    [pageHostMethods.openFile, () => deeds.openFile()],
    [pageHostMethods.drop, checked(isDroppedFile, (file) => deeds.drop?.(file))],
  ]);
}

function checked<Params>(accepts: (params: unknown) => params is Params, deed: (params: Params) => unknown): (params: unknown) => unknown {
  return (params) => {
    if (!accepts(params)) throw new Error('The parameters have the wrong shape.');
    return deed(params);
  };
}
