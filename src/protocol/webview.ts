import type { Category } from '../core/model/profile.ts';

/** Words the page may say to the editor. */
export const hostMethods = { ready: 'ready', openFunction: 'openFunction' } as const;
/** Words the editor may say to the page. */
export const pageMethods = { show: 'show' } as const;

/** Rows that travel to the page; the whole analysis stays with the editor. */
export const mostPageRows = 500;

/** Everything the page shows. The page can be rebuilt from it at any time. Times in ms, shares 0–1 of non-idle time. */
export interface PageState {
  /** Grows with every change; a click names the revision its row belongs to. */
  readonly revision: number;
  readonly title: string;
  readonly headline: string;
  /** What ran: one line a recording. */
  readonly runs: readonly string[];
  readonly problems: readonly string[];
  /** Idle left out. */
  readonly categories: readonly { readonly name: Category; readonly selfMs: number; readonly share: number }[];
  readonly functions: readonly PageFunction[];
  /** Functions of the analysis beyond `functions`. */
  readonly moreFunctions: number;
}

export interface PageFunction {
  readonly name: string;
  /** `src/rows.ts:12`, or empty. */
  readonly place: string;
  readonly category: Category;
  readonly selfMs: number;
  readonly selfShare: number;
  readonly totalMs: number;
  readonly totalShare: number;
  readonly samples: number;
  /** Whether a click can lead to the code. */
  readonly openable: boolean;
}

/** A row of `PageState.functions`, of the state with this revision. */
export interface OpenFunctionRequest {
  readonly revision: number;
  readonly index: number;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The page holds text out of profiles: what it says is checked like any outside input. */
export const isOpenFunctionRequest = (value: unknown): value is OpenFunctionRequest =>
  isRecord(value) && Number.isInteger(value.revision) && Number.isInteger(value.index);

/** The editor is trusted; only the outer shape is checked. */
export const isPageState = (value: unknown): value is PageState =>
  isRecord(value) && typeof value.revision === 'number' && Array.isArray(value.functions) && Array.isArray(value.categories) && Array.isArray(value.problems);

/** No recording is open: the page says so. */
export const isPageStateOrNull = (value: unknown): value is PageState | null => value === null || isPageState(value);

/** A word that is only said has no answer. */
export const isNothing = (answer: unknown): answer is null | undefined => answer === null || answer === undefined;
