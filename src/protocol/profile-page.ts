import type { FlameData } from '../core/model/flame-data.ts';
import { isRecord } from './guards.ts';

/**
 * Words the page may say to the editor. What a row is, the editor looks up itself: the page never names a path.
 * `ready` null → PageView · `columns` { revision } → ProfileColumns · `cancel` null ·
 * `openFunction` FunctionPlace, with `focus: true` the editor takes the focus ·
 * `source` FunctionPlace → SourceText · `exportProfile` { format } · `exportReport` { format }, of two runs · `savePicture` { png: Uint8Array } ·
 * `copy` { text } · `copyLink` FunctionPlace, the `flameline:` link that leads there ·
 * `reload` null, when the file has changed, or after a failure · `openFile` null, asks which · `drop` DroppedFile.
 */
export const pageHostMethods = {
  ready: 'ready', columns: 'columns', cancel: 'cancel', openFunction: 'openFunction', source: 'source', exportProfile: 'exportProfile', exportReport: 'exportReport',
  savePicture: 'savePicture', copy: 'copy', copyLink: 'copyLink',
  reload: 'reload', openFile: 'openFile', drop: 'drop',
} as const;
/** Words the editor may say to the page: `show` PageView · `progress` { bytes, total } · `select` FunctionPlace, the function under the cursor. */
export const profilePageMethods = { show: 'show', progress: 'progress', select: 'select' } as const;

/** What `ready` answers and `show` brings. */
export type PageView =
  | { readonly kind: 'empty' }
  | { readonly kind: 'loading'; readonly title: string; readonly bytes: number; readonly total: number }
  | { readonly kind: 'failed'; readonly title: string; readonly message: string }
  /** `selected`: row of the function to begin with, -1 = none. `changed`: the file on disk is another one since, `reload` reads it. */
  | { readonly kind: 'profile'; readonly revision: number; readonly facts: ProfileFacts; readonly selected: number; readonly changed: boolean };

/** Everything above the picture. All texts were made visible by the editor. */
export interface ProfileFacts {
  readonly title: string;
  /** What shares are shares of: `CPU time`, `wall time`, `bytes`, `count`. */
  readonly whole: string;
  /** `1.50 s CPU · 1,500 samples · Node 24.21`. */
  readonly subtitle: string;
  /** The sentence: what takes the time. */
  readonly headline: string;
  /** Row of the function the headline is about, -1 = none. */
  readonly headlineFunction: number;
  readonly problems: readonly string[];
  /** Why numbers may belong to other code, or are not whole; empty = neither. */
  readonly stale: string;
  readonly partial: string;
  /** `Run "node src/import.ts", 2 min ago, …`; empty where the hover would not say it either. */
  readonly run: string;
}

/** Answer to `columns`; the typed arrays arrive as copies of their own. */
export interface ProfileColumns {
  readonly revision: number;
  readonly data: FlameData;
  /** By row of functions: how the editor names the place (`src/rows.ts:12`), and whether a click can lead there. */
  readonly places: readonly string[];
  readonly openable: Uint8Array;
  /** Only for two runs, whose joined columns `data` is. */
  readonly compared?: ComparedColumns;
}

/** What tells the two runs apart in their joined columns. */
export interface ComparedColumns {
  /** So many lanes are the earlier run's. */
  readonly beforeLanes: number;
  /** By row of functions: how the editor names the place in the earlier run; empty where that has it not. */
  readonly placesBefore: readonly string[];
}

/** A row of `FlameData.functions`, of the columns with this revision; `line` 0 = where the function begins. */
export interface FunctionPlace {
  readonly revision: number;
  readonly func: number;
  readonly line: number;
  readonly focus?: boolean;
}

/** Answer to `source`. */
export type SourceText = { readonly ok: true; readonly firstLine: number; readonly lines: readonly string[] } | { readonly ok: false; readonly reason: string };

export const exportFormats = ['speedscope', 'pprof', 'collapsed', 'html'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Reports of two runs, as `flameline diff` writes them. */
export const reportFormats = ['markdown', 'json'] as const;
export type ComparisonFormat = (typeof reportFormats)[number];

/** A file dropped onto the page: the address an editor's own tree gives (`file:///…`), or a name and the bytes. */
export type DroppedFile = { readonly uri: string } | { readonly name: string; readonly bytes: Uint8Array };

/** Bytes of a dropped file that are taken; a larger one is opened by its path. */
export const dropLimit = 256_000_000;
/** Bytes of a picture and characters of a copied text. */
export const pictureLimit = 64_000_000;
export const copyLimit = 1_000_000;

const isBytes = (value: unknown, limit: number): value is Uint8Array => value instanceof Uint8Array && value.byteLength <= limit;
const isText = (value: unknown, limit: number): value is string => typeof value === 'string' && value.length <= limit;
const isRow = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** The page holds text out of profiles: what it says is checked like any outside input. */
export const isRevision = (value: unknown): value is { readonly revision: number } => isRecord(value) && isRow(value.revision);
export const isFunctionPlace = (value: unknown): value is FunctionPlace =>
  isRevision(value) && 'func' in value && isRow(value.func) && 'line' in value && isRow(value.line) && (!('focus' in value) || typeof value.focus === 'boolean');
export const isExportRequest = (value: unknown): value is { readonly format: ExportFormat } =>
  isRecord(value) && exportFormats.some((format) => format === value.format);
export const isReportRequest = (value: unknown): value is { readonly format: ComparisonFormat } =>
  isRecord(value) && reportFormats.some((format) => format === value.format);
export const isPicture = (value: unknown): value is { readonly png: Uint8Array } => isRecord(value) && isBytes(value.png, pictureLimit);
export const isCopyRequest = (value: unknown): value is { readonly text: string } => isRecord(value) && isText(value.text, copyLimit);
export const isDroppedFile = (value: unknown): value is DroppedFile =>
  isRecord(value) && ('uri' in value ? isText(value.uri, 4_096) : isText(value.name, 255) && isBytes(value.bytes, dropLimit));
