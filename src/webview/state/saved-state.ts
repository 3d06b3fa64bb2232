import { initialState, tabs } from './ui-state.ts';
import type { UiState } from './ui-state.ts';
import { isRecord } from '../../protocol/guards.ts';

/** What outlives a reload. Rows are only good for the profile they were chosen in. */
export interface SavedState {
  readonly version: 1;
  /** Tells whether it is the same profile. */
  readonly profile: string;
  readonly ui: UiState;
}

export const saveState = (profile: string, ui: UiState): SavedState => ({ version: 1, profile, ui });

/** The state to begin with: all of it for the same profile, for another one only how the user likes to look. */
export function restoreState(saved: unknown, profile: string): UiState {
  if (!isSaved(saved)) return initialState;
  const { ui } = saved;
  if (saved.profile === profile) return { ...initialState, ...ui };
  return { ...initialState, tab: ui.tab, unit: ui.unit, colorBy: ui.colorBy, upward: ui.upward, byPackage: ui.byPackage, sort: ui.sort, widths: ui.widths };
}

/** It is our own, of this version or an earlier one: fields are compared by kind with those of a fresh state. */
function isSaved(value: unknown): value is SavedState {
  if (!isRecord(value) || value.version !== 1 || typeof value.profile !== 'string' || !isRecord(value.ui)) return false;
  const { ui } = value;
  const known: readonly unknown[] = tabs;
  return known.includes(ui.tab) && Object.entries(initialState).every(([key, initial]) => isSameKind(ui[key], initial, key));
}

const isSameKind = (value: unknown, initial: unknown, key: string): boolean =>
  key === 'range' ? value === null || Array.isArray(value) : typeof value === typeof initial && Array.isArray(value) === Array.isArray(initial) && value !== null;
