import type { UiState } from '../state/ui-state.ts';
import type { Shown } from './shown.ts';

/** A part of the page: a function of the state and of what there is. */
export interface Panel {
  readonly root: HTMLElement;
  show(state: UiState, shown: Shown): void;
}
