import { element } from '../element.ts';
import type { PageActions } from '../shell/shown.ts';
import type { Tab } from '../state/ui-state.ts';
import { tabTitles } from './tab-titles.ts';

/** The views as tabs; on a narrow page as a menu. */
export class TabBar {
  readonly root: HTMLElement;
  private readonly buttons: ReadonlyMap<Tab, HTMLElement>;
  private readonly select: HTMLSelectElement;
  private readonly tabs: readonly Tab[];
  private readonly dispatch: PageActions['dispatch'];

  constructor({ dispatch }: PageActions, panelId: string, tabs: readonly Tab[]) {
    this.dispatch = dispatch;
    this.tabs = tabs;
    this.buttons = new Map(tabs.map((tab) => [tab, this.button(tab, panelId)]));
    this.select = element('select', { class: 'tab-menu', 'aria-label': 'View' }, ...tabs.map((tab) => element('option', { value: tab }, tabTitles[tab])));
    this.select.addEventListener('change', () => this.open(tabs.find((tab) => tab === this.select.value)));
    const list = element('div', { role: 'tablist', 'aria-label': 'Views' }, ...this.buttons.values());
    list.addEventListener('keydown', (event) => this.key(event));
    this.root = element('nav', { class: 'tabs', 'aria-label': 'Views' }, list, this.select);
  }

  show(current: Tab): void {
    this.select.value = current;
    for (const [tab, button] of this.buttons) {
      button.setAttribute('aria-selected', String(tab === current));
      button.tabIndex = tab === current ? 0 : -1;
    }
  }

  private open(tab: Tab | undefined): void {
    if (tab) this.dispatch({ kind: 'tab', tab });
  }

  private button(tab: Tab, panelId: string): HTMLElement {
    const button = element('button', { type: 'button', role: 'tab', id: `tab-${tab}`, 'aria-controls': panelId }, tabTitles[tab]);
    button.addEventListener('click', () => this.open(tab));
    return button;
  }

  private key(event: KeyboardEvent): void {
    const { tabs } = this;
    const at = tabs.findIndex((tab) => this.buttons.get(tab) === document.activeElement);
    const target = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (at < 0 || target === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = tabs[(target + tabs.length) % tabs.length];
    this.open(next);
    this.buttons.get(next)?.focus();
  }
}
