import { element } from '../element.ts';

export interface MenuItem {
  readonly title: string;
  /** As it is shown at the right edge. */
  readonly key: string;
  readonly run: () => void;
  /** For one that can be on or off. */
  readonly checked?: boolean;
}

/** A list of actions at a point. Arrow keys move, Enter chooses, Escape or a click elsewhere closes; focus goes back where it was. */
export class Menu {
  readonly root = element('div', { class: 'menu', role: 'menu', popover: 'auto' });
  private before: HTMLElement | null = null;

  constructor(label: string) {
    this.root.setAttribute('aria-label', label);
    this.root.addEventListener('keydown', (event) => this.key(event));
    this.root.addEventListener('toggle', (event) => {
      if (event instanceof ToggleEvent && event.newState === 'closed') this.before?.focus();
    });
  }

  show(items: readonly MenuItem[], x: number, y: number): void {
    this.before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    this.root.replaceChildren(...items.map((item) => this.entry(item)));
    this.root.showPopover();
    const { offsetWidth, offsetHeight } = this.root;
    this.root.style.left = `${Math.max(4, Math.min(x, window.innerWidth - offsetWidth - 4))}px`;
    this.root.style.top = `${Math.max(4, Math.min(y, window.innerHeight - offsetHeight - 4))}px`;
    this.focus(0);
  }

  private entry({ title, key, run, checked }: MenuItem): HTMLElement {
    const role = checked === undefined ? { role: 'menuitem' } : { role: 'menuitemcheckbox', 'aria-checked': String(checked) };
    const entry = element('button', { type: 'button', tabindex: '-1', ...role }, element('span', { class: 'title' }, title), element('kbd', { 'aria-hidden': 'true' }, key));
    if (key !== '') entry.setAttribute('aria-keyshortcuts', key);
    entry.addEventListener('click', () => {
      this.root.hidePopover();
      run();
    });
    return entry;
  }

  private key(event: KeyboardEvent): void {
    const at = [...this.root.children].findIndex((entry) => entry === document.activeElement);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: this.root.children.length - 1 }[event.key];
    event.stopPropagation();
    if (event.key === 'Tab') this.root.hidePopover();
    if (target === undefined) return;
    event.preventDefault();
    this.focus(target);
  }

  private focus(at: number): void {
    const { children } = this.root;
    const entry = children[(at + children.length) % children.length];
    if (entry instanceof HTMLElement) entry.focus();
  }
}
