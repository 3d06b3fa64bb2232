import type { Transform } from '../../core/layout/view.ts';
import type { Command } from '../keys/bindings.ts';
import { heaviestCall } from '../model/walk-tree.ts';
import type { SearchBox } from '../search/search-box.ts';
import type { Action } from '../state/reduce.ts';
import type { Store } from '../state/store.ts';
import { pictures, profileTabs, tabsOf } from '../state/ui-state.ts';
import type { ColorBy, Unit } from '../state/ui-state.ts';
import { frameText, stackText } from './copy-text.ts';
import type { Menu, MenuItem } from './menu.ts';
import type { Shown } from './shown.ts';

export interface CommandParts {
  readonly store: Store;
  readonly shown: () => Shown | null;
  readonly open: (func: number) => void;
  readonly copy: (text: string) => void;
  /** `null` where no link leads back here. */
  readonly copyLink: ((func: number) => void) | null;
  readonly search: SearchBox;
  readonly help: () => void;
  readonly menu: Menu;
}

const units: readonly Unit[] = ['value', 'share', 'samples'];
const colors: readonly ColorBy[] = ['category', 'package', 'file'];

/** What keys and menus do. */
export class Commands {
  private readonly parts: CommandParts;
  private readonly byName: ReadonlyMap<Command, () => void>;

  constructor(parts: CommandParts) {
    this.parts = parts;
    const { search, help } = parts;
    this.byName = new Map<Command, () => void>([
      ['search', () => search.focus()],
      ['next-match', () => search.step(1)],
      ['previous-match', () => search.step(-1)],
      ['help', help],
      ['go', () => this.withSelected((func) => parts.open(func))],
      ['heaviest', () => this.followHeaviest()],
      ['unit', () => this.dispatch({ kind: 'unit', unit: after(units, this.state.unit) })],
      ['color', () => this.dispatch({ kind: 'color', colorBy: after(colors, this.state.colorBy) })],
      ['flip', () => this.dispatch({ kind: 'flip' })],
      ['fold', () => this.dispatch({ kind: 'toggle', transform: { kind: 'fold-recursion' } })],
      ['focus', () => this.withSelected((func) => this.transform({ kind: 'focus', func }))],
      ['hide', () => this.withSelected((func) => this.transform({ kind: 'hide', func }))],
      ['collapse', () => this.withSelected((func) => this.collapse(func))],
      ['undo', () => this.dispatch({ kind: 'undo' })],
      ['redo', () => this.dispatch({ kind: 'redo' })],
      ['back', () => this.travel('back')],
      ['forward', () => this.travel('forward')],
      ['copy-frame', () => this.withSelected((func, shown) => parts.copy(frameText(shown, func)))],
      ['copy-stack', () => this.withSelected((func, shown) => parts.copy(stackText(shown, func, this.state.row)))],
      ['menu', () => this.openMenu()],
      ['clear', () => this.clear()],
      ...profileTabs.map((tab, place) => [tab, () => this.openTab(place)] as const),
    ]);
  }

  /** Whether the key was one of ours. Text that is marked is copied by the browser. */
  run(command: Command): boolean {
    const isCopy = command === 'copy-frame' || command === 'copy-stack';
    if (isCopy && (this.state.selected < 0 || !(getSelection()?.isCollapsed ?? true))) return false;
    this.byName.get(command)?.();
    return true;
  }

  menuFor(func: number, row: number): readonly MenuItem[] {
    const shown = this.parts.shown();
    if (!shown || func < 0) return [];
    const { model } = shown;
    const { copyLink } = this.parts;
    const npm = model.functions.package[func];
    const choose = (next: () => void) => () => {
      this.dispatch({ kind: 'select', func, row });
      next();
    };
    return [
      ...(model.isOpenable(func) ? [{ title: 'Go to the source', key: 'g', run: choose(() => this.parts.open(func)) }] : []),
      ...(this.isComparison ? [] : [
        { title: 'Sandwich: callers and callees', key: '3', run: choose(() => this.dispatch({ kind: 'tab', tab: 'sandwich' })) },
        { title: 'Lines of the source', key: '7', run: choose(() => this.dispatch({ kind: 'tab', tab: 'source' })) },
      ]),
      { title: 'Follow the heaviest path', key: 'p', run: choose(() => this.followHeaviest()) },
      { title: 'Only stacks through it', key: 'f', run: choose(() => this.transform({ kind: 'focus', func })) },
      { title: 'Hide it', key: 'h', run: choose(() => this.transform({ kind: 'hide', func })) },
      ...(npm > 0 ? [{ title: `Collapse ${model.packageName(func)}`, key: 'k', run: choose(() => this.collapse(func)) }] : []),
      { title: 'Copy the frame', key: 'Ctrl+C', run: choose(() => this.parts.copy(frameText(shown, func))) },
      { title: 'Copy its stack', key: 'Ctrl+Shift+C', run: choose(() => this.parts.copy(stackText(shown, func, row))) },
      ...(copyLink ? [{ title: 'Copy a link to it', key: '', run: choose(() => copyLink(func)) }] : []),
    ];
  }

  private get state(): Store['state'] {
    return this.parts.store.state;
  }

  private dispatch(action: Action): void {
    this.parts.store.dispatch(action);
  }

  /** Two runs have other views than one, and fewer. */
  private openTab(place: number): void {
    const tab = tabsOf(this.isComparison).at(place);
    if (tab) this.dispatch({ kind: 'tab', tab });
  }

  private get isComparison(): boolean {
    return this.parts.shown()?.compared != null;
  }

  private transform(transform: Transform): void {
    this.dispatch({ kind: 'transform', transform });
  }

  private withSelected(run: (func: number, shown: Shown) => void): void {
    const shown = this.parts.shown();
    if (shown && this.state.selected >= 0) run(this.state.selected, shown);
  }

  private collapse(func: number): void {
    const npm = this.parts.shown()?.model.functions.package[func] ?? 0;
    if (npm > 0) this.transform({ kind: 'collapse-package', package: npm });
  }

  /** From the chosen call, or the root, to where most of its time is spent. */
  private followHeaviest(): void {
    const shown = this.parts.shown();
    if (!shown) return;
    const { tree } = shown.view;
    const { selected, row } = this.state;
    const last = heaviestCall(tree, row >= 0 && tree.func[row] === selected ? row : 0);
    if (last > 0) this.dispatch({ kind: 'select', func: tree.func[last], row: last });
  }

  private travel(kind: 'back' | 'forward'): void {
    const picture = pictures.find((each) => each === this.state.tab);
    if (picture) this.dispatch({ kind, picture });
  }

  private openMenu(): void {
    const { selected, row } = this.state;
    const focused = document.activeElement === document.body ? document.querySelector('.view') : document.activeElement;
    const { left = 0, top = 0 } = focused?.getBoundingClientRect() ?? {};
    if (selected >= 0) this.parts.menu.show(this.menuFor(selected, row), left + 40, top + 40);
  }

  /** One thing a press: what narrows the numbers first. */
  private clear(): void {
    const { range, query } = this.state;
    if (range) this.dispatch({ kind: 'range', range: null });
    else if (query !== '') this.dispatch({ kind: 'query', query: '' });
    else this.dispatch({ kind: 'select', func: -1 });
  }
}

const after = <Value>(values: readonly Value[], value: Value): Value => values[(values.indexOf(value) + 1) % values.length];
