import { element } from '../element.ts';
import { bindings, pictureKeys } from './bindings.ts';

/** All keys in one overlay. */
export class Help {
  readonly root: HTMLDialogElement;

  constructor() {
    const close = element('button', { type: 'button', class: 'close', 'aria-label': 'Close' }, '×');
    close.addEventListener('click', () => this.root.close());
    this.root = element('dialog', { class: 'help', 'aria-labelledby': 'help-title' },
      close,
      element('h2', { id: 'help-title' }, 'Keys'),
      list('Everywhere', bindings.map(({ keys, words }) => [keys.join(' or '), words])),
      list('In a picture', pictureKeys));
    this.root.addEventListener('keydown', (event) => event.stopPropagation());
    this.root.addEventListener('click', (event) => event.target === this.root && this.root.close());
  }

  open(): void {
    this.root.showModal();
  }
}

const list = (title: string, rows: readonly (readonly [keys: string, words: string])[]): HTMLElement =>
  element('section', {}, element('h3', {}, title), element('dl', {}, ...rows.flatMap(([keys, words]) => [element('dt', {}, element('kbd', {}, keys)), element('dd', {}, words)])));
