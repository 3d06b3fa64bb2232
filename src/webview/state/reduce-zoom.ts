import type { Picture, UiState, Viewport, ZoomHistory } from './ui-state.ts';

export type ZoomAction =
  /** A step one can go back from; `null` fits everything. */
  | { readonly kind: 'zoom'; readonly picture: Picture; readonly to: Viewport | null }
  /** While the wheel turns or a hand drags: replaces what is in sight, no step. */
  | { readonly kind: 'pan'; readonly picture: Picture; readonly to: Viewport | null }
  | { readonly kind: 'back'; readonly picture: Picture }
  | { readonly kind: 'forward'; readonly picture: Picture };

/** Steps kept of a picture. */
const mostSteps = 100;

export function reduceZoom(state: UiState, action: ZoomAction): UiState {
  const history = state.zoom[action.picture];
  const next = step(history, action);
  return next === history ? state : { ...state, zoom: { ...state.zoom, [action.picture]: next } };
}

function step(history: ZoomHistory, action: ZoomAction): ZoomHistory {
  const { past, now, future } = history;
  if (action.kind === 'pan') return { ...history, now: action.to };
  if (action.kind === 'zoom') return sameViewport(now, action.to) ? history : { past: [...past, now].slice(-mostSteps), now: action.to, future: [] };
  if (action.kind === 'back') return past.length === 0 ? history : { past: past.slice(0, -1), now: past[past.length - 1], future: [...future, now] };
  return future.length === 0 ? history : { past: [...past, now], now: future[future.length - 1], future: future.slice(0, -1) };
}

const sameViewport = (a: Viewport | null, b: Viewport | null): boolean =>
  a === b || (a !== null && b !== null && a.from === b.from && a.to === b.to && a.top === b.top && a.row === b.row);

/** The same parts of the picture, zoomed to no row. */
export function forgetRows({ past, now, future }: ZoomHistory): ZoomHistory {
  const forget = (view: Viewport | null): Viewport | null => view && { ...view, row: -1 };
  return { past: past.map(forget), now: forget(now), future: future.map(forget) };
}
