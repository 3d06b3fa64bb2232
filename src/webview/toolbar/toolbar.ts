import { categories } from '../../core/model/profile.ts';
import type { Transform } from '../../core/layout/view.ts';
import { element } from '../element.ts';
import { categoryWords } from '../model/category-words.ts';
import { unitWords } from '../model/quantity.ts';
import type { Menu, MenuItem } from '../shell/menu.ts';
import type { Panel } from '../shell/panel.ts';
import type { Opening, PageActions } from '../shell/shown.ts';
import { same } from '../state/reduce.ts';
import type { ColorBy, UiState, Unit } from '../state/ui-state.ts';

export interface ToolbarActions {
  readonly help: () => void;
  /** What can be saved; empty where nothing can. */
  readonly exports: readonly MenuItem[];
}

const colorWords: Readonly<Record<ColorBy, string>> = { category: 'Colour: kind', package: 'Colour: package', file: 'Colour: file' };

/** How to look at it: unit, colour, what is left out. */
export class Toolbar implements Panel {
  readonly root: HTMLElement;
  private readonly unit: HTMLSelectElement;
  private readonly color: HTMLSelectElement;
  private readonly filter: HTMLButtonElement;
  private readonly actions: PageActions;
  private latest: UiState | null = null;

  constructor(actions: PageActions, menu: Menu, { help, exports }: ToolbarActions) {
    this.actions = actions;
    const units: readonly Unit[] = ['value', 'share', 'samples'];
    const colors: readonly ColorBy[] = ['category', 'package', 'file'];
    this.unit = choice('Unit', [['value', 'Time'], ['share', 'Share'], ['samples', 'Samples']], (value) => units.filter((unit) => unit === value).forEach((unit) => actions.dispatch({ kind: 'unit', unit })));
    this.color = choice('Colour', colors.map((color) => [color, colorWords[color]]), (value) => colors.filter((color) => color === value).forEach((colorBy) => actions.dispatch({ kind: 'color', colorBy })));
    this.filter = opener('Filter', menu, () => this.filters());
    const save = opener('Save', menu, () => exports);
    save.hidden = exports.length === 0;
    const keys = element('button', { type: 'button', title: 'Keys (?)', 'aria-label': 'Keys' }, '?');
    keys.addEventListener('click', help);
    this.root = element('div', { class: 'toolbar', role: 'group', 'aria-label': 'How to look at it' }, this.unit, this.color, this.filter, save, keys);
  }

  show(state: UiState, { model }: Opening): void {
    // Two runs are coloured by their difference and have a choice of their own for shares.
    this.unit.hidden = this.color.hidden = model.compared !== null;
    this.latest = state;
    this.unit.value = state.unit;
    this.unit.options[0].textContent = unitWords[model.unit];
    this.color.value = state.colorBy;
    const hidden = state.transforms.filter(({ kind }) => kind === 'hide-category').length;
    this.filter.textContent = hidden === 0 ? 'Filter ▾' : `Filter: ${hidden} hidden ▾`;
  }

  /** On a narrow page the menu has what there is no room for beside it. */
  private choices(): readonly MenuItem[] {
    return [this.unit, this.color].filter((select) => !select.hidden && select.offsetParent === null).flatMap((select) => Array.from(select.options, (option): MenuItem => ({
      title: select === this.unit ? `Unit: ${option.text.toLowerCase()}` : option.text, key: '', checked: option.selected,
      run: () => {
        select.value = option.value;
        select.dispatchEvent(new Event('change'));
      },
    })));
  }

  private filters(): readonly MenuItem[] {
    const applied = this.latest?.transforms ?? [];
    const isOn = (transform: Transform): boolean => applied.some((each) => same(each, transform));
    const toggle = (transform: Transform) => () => this.actions.dispatch({ kind: 'toggle', transform });
    const kinds = categories.map((name, category): MenuItem => {
      const transform: Transform = { kind: 'hide-category', category };
      return { title: `Show ${categoryWords[name]}`, key: '', checked: !isOn(transform), run: toggle(transform) };
    });
    const fold: Transform = { kind: 'fold-recursion' };
    return [
      ...this.choices(),
      ...kinds,
      { title: 'Fold recursion', key: 'r', checked: isOn(fold), run: toggle(fold) },
      { title: 'Callers below (flame)', key: 'i', checked: this.latest?.upward ?? false, run: () => this.actions.dispatch({ kind: 'flip' }) },
    ];
  }
}

function choice(label: string, options: readonly (readonly [value: string, title: string])[], chosen: (value: string) => void): HTMLSelectElement {
  const select = element('select', { 'aria-label': label }, ...options.map(([value, title]) => element('option', { value }, title)));
  select.addEventListener('change', () => chosen(select.value));
  return select;
}

function opener(title: string, menu: Menu, items: () => readonly MenuItem[]): HTMLButtonElement {
  const button = element('button', { type: 'button', 'aria-haspopup': 'menu' }, `${title} ▾`);
  button.addEventListener('click', () => {
    const { left, bottom } = button.getBoundingClientRect();
    menu.show(items(), left, bottom + 2);
  });
  return button;
}
