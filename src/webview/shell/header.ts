import { element } from '../element.ts';
import type { UiState } from '../state/ui-state.ts';
import type { Panel } from './panel.ts';
import type { Opening, PageActions } from './shown.ts';

/** What this is, which thread, the search. */
export class Header implements Panel {
  readonly root: HTMLElement;
  private readonly title = element('h1');
  private readonly subtitle = element('span', { class: 'subtitle' });
  private readonly lanes = element('select', { 'aria-label': 'Thread' });
  private listed: Opening['model'] | null = null;

  constructor(actions: PageActions, search: HTMLElement) {
    this.lanes.addEventListener('change', () => actions.dispatch({ kind: 'lane', lane: Number(this.lanes.value) }));
    this.root = element('header', { class: 'top' }, element('div', { class: 'what' }, this.title, this.subtitle), this.lanes, search);
  }

  show(state: UiState, { model, facts }: Opening): void {
    this.title.textContent = facts.title;
    this.subtitle.textContent = facts.subtitle;
    if (this.listed !== model) {
      const all = element('option', { value: '-1' }, 'all threads');
      this.lanes.replaceChildren(all, ...model.lanes.map(({ label, partial }, lane) => element('option', { value: String(lane) }, partial === '' ? label : `${label} (partial)`)));
      this.lanes.hidden = model.lanes.length < 2 || model.compared !== null;
    }
    this.listed = model;
    this.lanes.value = String(state.lane);
  }
}
