import { element } from '../element.ts';

/** Beside the pointer, inside the window. */
const gap = 14;

/** What the pointer rests on, in the words of the editor's hover. It takes no clicks and no focus. */
export class Tooltip {
  readonly root = element('div', { class: 'tooltip', role: 'tooltip', hidden: '' });
  private about: readonly unknown[] = [];

  /** The first row is the name. `about` tells whether it is the same thing as before. */
  show(about: readonly unknown[], [name, ...rest]: readonly string[], x: number, y: number): void {
    if (about.length !== this.about.length || about.some((part, index) => part !== this.about[index])) {
      this.root.replaceChildren(element('strong', {}, name ?? ''), ...rest.map((row) => element('p', {}, row)));
    }
    this.about = about;
    this.root.hidden = false;
    const { offsetWidth, offsetHeight } = this.root;
    const left = x + gap + offsetWidth > window.innerWidth ? x - gap - offsetWidth : x + gap;
    const top = y + gap + offsetHeight > window.innerHeight ? y - gap - offsetHeight : y + gap;
    this.root.style.left = `${Math.max(4, left)}px`;
    this.root.style.top = `${Math.max(4, top)}px`;
  }

  hide(): void {
    this.root.hidden = true;
  }
}
