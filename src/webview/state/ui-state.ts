import type { Measure } from '../../core/compare/list-changes.ts';
import type { Transform } from '../../core/layout/view.ts';

export const profileTabs = ['chart', 'left-heavy', 'sandwich', 'top-down', 'bottom-up', 'functions', 'source'] as const;
export const comparisonTabs = ['differential', 'changes', 'vanished'] as const;
export const tabs = [...profileTabs, ...comparisonTabs] as const;
export type Tab = (typeof tabs)[number];
export const tables = ['top-down', 'bottom-up', 'functions', 'source', 'changes', 'vanished'] as const;
export type TableName = (typeof tables)[number];
/** Views made of boxes. The sandwich has two pictures that share one width. */
export const pictures = ['chart', 'left-heavy', 'sandwich', 'differential', 'vanished'] as const;
export type Picture = (typeof pictures)[number];

export type Side = 'after' | 'before';
export type Unit = 'value' | 'share' | 'samples';
export type ColorBy = 'category' | 'package' | 'file';
export type Range = readonly [from: number, to: number];

/** What of a picture is in sight. */
export interface Viewport {
  /** On its x axis, in the unit of the data. */
  readonly from: number;
  readonly to: number;
  /** First row in sight; a fraction while scrolling. */
  readonly top: number;
  /** Row of the merged tree it was zoomed to, -1 = freely. */
  readonly row: number;
}

/** `now` is `null` when the whole picture is in sight. */
export interface ZoomHistory {
  readonly past: readonly (Viewport | null)[];
  readonly now: Viewport | null;
  readonly future: readonly (Viewport | null)[];
}

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/** Lines of trees that are open. */
export interface OpenedLines {
  /** Rows of the merged tree; `null` = those of the heaviest path. */
  readonly 'top-down': readonly number[] | null;
  /** Functions from the top line down to the opened one, joined by `>`: rows of such a line are made anew each time. */
  readonly 'bottom-up': readonly string[];
  /** Names of packages and kinds of code. */
  readonly functions: readonly string[];
}

/** What the user chose: every part of the page is a function of it and of the profile. Kept over a reload. */
export interface UiState {
  readonly tab: Tab;
  /** Row of `FlameData.functions`, -1 = none; one for all tabs. */
  readonly selected: number;
  /** The row of the merged tree that was meant, -1 = any call of it. */
  readonly row: number;
  /** Row of `FlameData.lanes`, -1 = all together. */
  readonly lane: number;
  readonly range: Range | null;
  readonly transforms: readonly Transform[];
  /** Lists of transforms to go back to and forward to. */
  readonly undo: readonly (readonly Transform[])[];
  readonly redo: readonly (readonly Transform[])[];
  readonly unit: Unit;
  readonly colorBy: ColorBy;
  /** Callers below, as flames are drawn; otherwise hanging like icicles. */
  readonly upward: boolean;
  /** Of two runs: whose time gives the widths, and what is set against what. */
  readonly side: Side;
  readonly measure: Measure;
  readonly query: string;
  readonly byPackage: boolean;
  readonly opened: OpenedLines;
  readonly zoom: Readonly<Record<Picture, ZoomHistory>>;
  readonly sort: Readonly<Record<TableName, Sort>>;
  /** Widths of columns in px, by table and column; what is missing has its own width. */
  readonly widths: Readonly<Record<TableName, Readonly<Record<string, number>>>>;
}

export const unzoomed: ZoomHistory = { past: [], now: null, future: [] };
const bySelf: Sort = { column: 'self', descending: true };

export const initialState: UiState = {
  tab: 'chart',
  selected: -1,
  row: -1,
  lane: -1,
  range: null,
  transforms: [],
  undo: [],
  redo: [],
  unit: 'value',
  colorBy: 'category',
  upward: false,
  side: 'after',
  measure: 'absolute',
  query: '',
  byPackage: false,
  opened: { 'top-down': null, 'bottom-up': [], functions: [] },
  zoom: { chart: unzoomed, 'left-heavy': unzoomed, sandwich: unzoomed, differential: unzoomed, vanished: unzoomed },
  sort: { 'top-down': { column: 'total', descending: true }, 'bottom-up': bySelf, functions: bySelf, source: { column: 'line', descending: false }, changes: { column: 'change', descending: true }, vanished: bySelf },
  widths: { 'top-down': {}, 'bottom-up': {}, functions: {}, source: {}, changes: {}, vanished: {} },
};

/** The views of one run, or of two. */
export const tabsOf = (isComparison: boolean): readonly Tab[] => (isComparison ? comparisonTabs : profileTabs);

/** The state with a tab that has something to show: two runs have other views than one, and without an order of time there is no chart. */
export function fitTab(state: UiState, isComparison: boolean, hasOrder: boolean): UiState {
  const there = tabsOf(isComparison);
  if (state.tab === 'chart' && !isComparison && !hasOrder) return { ...state, tab: 'left-heavy' };
  return there.includes(state.tab) ? state : { ...state, tab: there[0] };
}
