import { element } from '../element.ts';
import { comparisonTabs, profileTabs } from '../state/ui-state.ts';
import { tabTitles } from '../tabs/tab-titles.ts';
import { bindings, pictureKeys } from './bindings.ts';

/** All keys in one overlay. */
export class Help {
  readonly root: HTMLDialogElement;

  constructor(isComparison: boolean) {
    const close = element('button', { type: 'button', class: 'close', 'aria-label': 'Close' }, '×');
    close.addEventListener('click', () => this.root.close());
    this.root = element('dialog', { class: 'help', 'aria-labelledby': 'help-title' },
      close,
      element('h2', { id: 'help-title' }, 'Keys'),
      list('Everywhere', listBindings(isComparison)),
      list('In a picture', pictureKeys));
    this.root.addEventListener('keydown', (event) => event.stopPropagation());
    this.root.addEventListener('click', (event) => event.target === this.root && this.root.close());
  }

  open(): void {
    this.root.showModal();
  }
}

/** Digits lead to the views there are. */
const listBindings = (isComparison: boolean): (readonly [keys: string, words: string])[] =>
  bindings.flatMap(({ keys, command, words }) => {
    const place = profileTabs.findIndex((tab) => tab === command);
    if (place < 0 || !isComparison) return [[keys.join(' or '), words] as const];
    return place < comparisonTabs.length ? [[keys.join(' or '), tabTitles[comparisonTabs[place]]] as const] : [];
  });

const list = (title: string, rows: readonly (readonly [keys: string, words: string])[]): HTMLElement =>
  element('section', {}, element('h3', {}, title), element('dl', {}, ...rows.flatMap(([keys, words]) => [element('dt', {}, element('kbd', {}, keys)), element('dd', {}, words)])));
