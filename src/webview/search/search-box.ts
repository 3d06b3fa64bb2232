import { element } from '../element.ts';
import type { PageActions, Shown } from '../shell/shown.ts';
import type { UiState } from '../state/ui-state.ts';
import { nextMatch, sayMatches } from './step-through.ts';

/** Finds functions as you type: how many, what share of the time, the next and the previous one. */
export class SearchBox {
  readonly root: HTMLElement;
  private readonly input = element('input', { type: 'search', placeholder: 'Search: text, /regex/, file:, package:', 'aria-label': 'Search functions', spellcheck: 'false', autocomplete: 'off' });
  private readonly result = element('output', { 'aria-live': 'polite' });
  private readonly steps: HTMLElement;
  private readonly actions: PageActions;
  private latest: { readonly state: UiState; readonly shown: Shown } | null = null;

  constructor(actions: PageActions) {
    this.actions = actions;
    this.input.addEventListener('input', () => actions.dispatch({ kind: 'query', query: this.input.value }));
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.steps = element('span', { class: 'steps', hidden: '' }, this.button('Previous match', '‹', -1), this.button('Next match', '›', 1));
    this.root = element('div', { class: 'search', role: 'search' }, this.input, this.result, this.steps);
  }

  show(state: UiState, shown: Shown, problem: string): void {
    this.latest = { state, shown };
    if (this.input.value !== state.query) this.input.value = state.query;
    this.input.setAttribute('aria-invalid', String(problem !== ''));
    const { matches } = shown;
    this.steps.hidden = !matches || matches.functions.length === 0;
    this.result.textContent = problem || (matches ? sayMatches(matches, state.selected, shown.view.functions) : '');
  }

  focus(): void {
    this.input.focus();
    this.input.select();
  }

  /** Chooses the next match, or the first one. */
  step(by: 1 | -1): void {
    if (!this.latest) return;
    const func = nextMatch(this.latest.shown.matches?.functions ?? [], this.latest.state.selected, by);
    if (func >= 0) this.actions.dispatch({ kind: 'select', func });
  }

  private button(title: string, text: string, by: 1 | -1): HTMLElement {
    const button = element('button', { type: 'button', title, 'aria-label': title }, text);
    button.addEventListener('click', () => this.step(by));
    return button;
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape' && this.input.value !== '') this.actions.dispatch({ kind: 'query', query: '' });
    else if (event.key === 'Escape') this.input.blur();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
