import { reduce } from './reduce.ts';
import type { Action } from './reduce.ts';
import type { UiState } from './ui-state.ts';

/** The one place where the page's state lives. Listeners hear of a change after it, with the state before. */
export class Store {
  private current: UiState;
  private readonly listeners: ((before: UiState) => void)[] = [];

  constructor(state: UiState) {
    this.current = state;
  }

  get state(): UiState {
    return this.current;
  }

  readonly dispatch = (action: Action): void => {
    this.replace(reduce(this.current, action));
  };

  replace(state: UiState): void {
    const before = this.current;
    if (state === before) return;
    this.current = state;
    for (const listener of this.listeners) listener(before);
  }

  listen(listener: (before: UiState) => void): void {
    this.listeners.push(listener);
  }
}
