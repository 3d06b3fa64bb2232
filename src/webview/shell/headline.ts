import { element } from '../element.ts';
import type { UiState } from '../state/ui-state.ts';
import type { Panel } from './panel.ts';
import type { Opening, PageActions } from './shown.ts';

/** The finding in a sentence, and what a reader must know before believing the numbers. */
export class Headline implements Panel {
  readonly root: HTMLElement;
  private readonly sentence = element('p', { class: 'headline' });
  private readonly go = element('button', { type: 'button', class: 'go' }, 'Go to line');
  private readonly notes = element('ul', { class: 'notes', 'aria-label': 'Worth knowing' });
  private headlineFunction = -1;
  private shownFacts: Opening['facts'] | null = null;

  constructor(actions: PageActions) {
    this.go.addEventListener('click', () => {
      actions.dispatch({ kind: 'select', func: this.headlineFunction });
      actions.open(this.headlineFunction, 0);
    });
    this.root = element('div', { class: 'finding' }, element('div', { class: 'sentence' }, this.sentence, this.go), this.notes);
  }

  show(_: UiState, { facts, model }: Opening): void {
    if (facts === this.shownFacts) return;
    this.shownFacts = facts;
    this.headlineFunction = facts.headlineFunction;
    this.sentence.textContent = facts.headline;
    this.go.hidden = facts.headlineFunction < 0 || !model.isOpenable(facts.headlineFunction);
    const notes = [...(facts.stale ? [note('stale', 'Stale', facts.stale)] : []), ...(facts.partial ? [note('partial', 'Partial', facts.partial)] : []), ...facts.problems.map((text) => note('problem', '', text))];
    this.notes.replaceChildren(...notes);
    this.notes.hidden = notes.length === 0;
  }
}

const note = (kind: string, word: string, text: string): HTMLElement => element('li', { class: kind }, ...(word === '' ? [] : [element('strong', {}, word), ' ']), text);
