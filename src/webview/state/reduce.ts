import type { Measure } from '../../core/compare/list-changes.ts';
import type { Transform } from '../../core/layout/view.ts';
import { forgetRows, reduceZoom } from './reduce-zoom.ts';
import type { ZoomAction } from './reduce-zoom.ts';
import { pictures, unzoomed } from './ui-state.ts';
import type { ColorBy, OpenedLines, Range, Side, Sort, Tab, TableName, UiState, Unit } from './ui-state.ts';

export type Action =
  | ZoomAction
  | { readonly kind: 'tab'; readonly tab: Tab }
  | { readonly kind: 'select'; readonly func: number; readonly row?: number }
  | { readonly kind: 'lane'; readonly lane: number }
  | { readonly kind: 'range'; readonly range: Range | null }
  | { readonly kind: 'transform'; readonly transform: Transform }
  /** Adds it, or takes it away where it is already applied. */
  | { readonly kind: 'toggle'; readonly transform: Transform }
  /** Back to the first `count` of them. */
  | { readonly kind: 'keep-transforms'; readonly count: number }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'unit'; readonly unit: Unit }
  | { readonly kind: 'color'; readonly colorBy: ColorBy }
  | { readonly kind: 'flip' }
  | { readonly kind: 'side'; readonly side: Side }
  | { readonly kind: 'measure'; readonly measure: Measure }
  | { readonly kind: 'query'; readonly query: string }
  | { readonly kind: 'by-package'; readonly on: boolean }
  /** Which lines of a tree are open, all of them. */
  | { readonly kind: 'opened'; readonly lines: Partial<OpenedLines> }
  | { readonly kind: 'sort'; readonly table: TableName; readonly sort: Sort }
  | { readonly kind: 'width'; readonly table: TableName; readonly column: string; readonly width: number };

/** The next state. An action that changes nothing gives the same object back. */
export function reduce(state: UiState, action: Action): UiState {
  switch (action.kind) {
    case 'tab': return change(state, { tab: action.tab });
    case 'select': return change(state, { selected: action.func, row: action.row ?? -1 });
    case 'lane': return action.lane === state.lane ? state : rescope(state, { lane: action.lane });
    case 'range': return sameRange(action.range, state.range) ? state : { ...state, range: action.range, zoom: { ...state.zoom, 'left-heavy': unzoomed, sandwich: unzoomed } };
    case 'transform': return has(state, action.transform) ? state : transform(state, [...state.transforms, action.transform]);
    case 'toggle': return transform(state, has(state, action.transform) ? state.transforms.filter((each) => !same(each, action.transform)) : [...state.transforms, action.transform]);
    case 'keep-transforms': return action.count >= state.transforms.length ? state : transform(state, state.transforms.slice(0, action.count));
    case 'undo': return travel(state, 'undo', 'redo');
    case 'redo': return travel(state, 'redo', 'undo');
    case 'unit': return change(state, { unit: action.unit });
    case 'color': return change(state, { colorBy: action.colorBy });
    case 'side': return action.side === state.side ? state : { ...state, side: action.side, zoom: { ...state.zoom, differential: unzoomed } };
    case 'measure': return change(state, { measure: action.measure });
    case 'flip': return change(state, { upward: !state.upward });
    case 'query': return change(state, { query: action.query });
    case 'by-package': return change(state, { byPackage: action.on });
    case 'opened': return change(state, { opened: { ...state.opened, ...action.lines } });
    case 'sort': return change(state, { sort: { ...state.sort, [action.table]: action.sort } });
    case 'width': return change(state, { widths: { ...state.widths, [action.table]: { ...state.widths[action.table], [action.column]: action.width } } });
    default: return reduceZoom(state, action);
  }
}

function change(state: UiState, part: Partial<UiState>): UiState {
  const next = { ...state, ...part };
  return Object.entries(part).every(([key, value]) => Reflect.get(state, key) === value) ? state : next;
}

/** Another scope is another picture: rows of the merged tree mean nothing in it, and what was zoomed to is gone. Only the chart keeps its part of the time. */
function rescope(state: UiState, part: Partial<UiState>): UiState {
  const zoom = { ...state.zoom };
  for (const picture of pictures) zoom[picture] = unzoomed;
  return { ...state, ...part, zoom: { ...zoom, chart: forgetRows(state.zoom.chart) }, row: -1, opened: { ...state.opened, 'top-down': null } };
}

const transform = (state: UiState, transforms: readonly Transform[]): UiState =>
  rescope(state, { transforms, undo: [...state.undo, state.transforms], redo: [] });

function travel(state: UiState, from: 'undo' | 'redo', to: 'undo' | 'redo'): UiState {
  const transforms = state[from].at(-1);
  return transforms ? rescope(state, { transforms, [from]: state[from].slice(0, -1), [to]: [...state[to], state.transforms] }) : state;
}

const has = ({ transforms }: UiState, wanted: Transform): boolean => transforms.some((each) => same(each, wanted));

/** Two transforms that do the same. */
export const same = (a: Transform, b: Transform): boolean => a.kind === b.kind && target(a) === target(b);

function target(transform: Transform): number {
  if ('func' in transform) return transform.func;
  if ('package' in transform) return transform.package;
  return 'category' in transform ? transform.category : -1;
}

const sameRange = (a: Range | null, b: Range | null): boolean => a === b || (a !== null && b !== null && a[0] === b[0] && a[1] === b[1]);
