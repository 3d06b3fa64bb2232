import type { FlameData } from '../core/model/flame-data.ts';

/**
 * Words the page may say to the editor. What a row is, the editor looks up itself: the page never names a path.
 * `ready` null → PageView · `columns` { revision } → ProfileColumns · `cancel` null · `openFunction` FunctionPlace ·
 * `source` FunctionPlace → SourceText · `exportProfile` { format } · `savePicture` { png: Uint8Array } · `copy` { text }.
 */
export const pageHostMethods = {
  ready: 'ready', columns: 'columns', cancel: 'cancel', openFunction: 'openFunction', source: 'source', exportProfile: 'exportProfile', savePicture: 'savePicture', copy: 'copy',
} as const;
/** Words the editor may say to the page: `show` PageView · `progress` { bytes, total } · `select` FunctionPlace, the function under the cursor. */
export const profilePageMethods = { show: 'show', progress: 'progress', select: 'select' } as const;

/** What `ready` answers and `show` brings. */
export type PageView =
  | { readonly kind: 'empty' }
  | { readonly kind: 'loading'; readonly title: string; readonly bytes: number; readonly total: number }
  | { readonly kind: 'failed'; readonly title: string; readonly message: string }
  | { readonly kind: 'profile'; readonly revision: number; readonly facts: ProfileFacts };

/** Everything above the picture. All texts were made visible by the editor. */
export interface ProfileFacts {
  readonly title: string;
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
}

/** Answer to `columns`; the typed arrays arrive as copies of their own. */
export interface ProfileColumns {
  readonly revision: number;
  readonly data: FlameData;
  /** By row of functions: how the editor names the place (`src/rows.ts:12`), and whether a click can lead there. */
  readonly places: readonly string[];
  readonly openable: Uint8Array;
}

/** A row of `FlameData.functions`, of the columns with this revision; `line` 0 = where the function begins. */
export interface FunctionPlace {
  readonly revision: number;
  readonly func: number;
  readonly line: number;
}

/** Answer to `source`. */
export type SourceText = { readonly ok: true; readonly firstLine: number; readonly lines: readonly string[] } | { readonly ok: false; readonly reason: string };

export const exportFormats = ['speedscope', 'pprof', 'collapsed', 'html'] as const;
export type ExportFormat = (typeof exportFormats)[number];
