import type { Transform } from '../../core/layout/view.ts';
import { categories } from '../../core/model/profile.ts';
import { element } from '../element.ts';
import { categoryWords } from '../model/category-words.ts';
import { formatQuantity, wholeOf } from '../model/quantity.ts';
import { callersOf } from '../model/walk-tree.ts';
import { pictures } from '../state/ui-state.ts';
import type { Picture, UiState } from '../state/ui-state.ts';
import type { Panel } from './panel.ts';
import type { PageActions, Shown } from './shown.ts';

/** More callers than fit are left out in the middle. */
const mostCallers = 6;

/** What of the run is looked at, from the whole to the zoomed frame; each part leads back to it. */
export class Trail implements Panel {
  readonly root = element('nav', { class: 'trail', 'aria-label': 'What is shown' });
  private readonly actions: PageActions;
  private key: readonly unknown[] = [];

  constructor(actions: PageActions) {
    this.actions = actions;
  }

  show(state: UiState, shown: Shown): void {
    const picture = pictures.find((each) => each === state.tab);
    const key = [shown.view, shown.compared, state.range, state.transforms, state.tab, picture && state.zoom[picture]];
    if (key.length === this.key.length && key.every((part, index) => part === this.key[index])) return;
    this.key = key;
    this.root.replaceChildren(...this.whole(state, shown), ...this.changes(state, shown), ...(picture ? this.zoom(picture, state, shown) : []));
  }

  private whole({ range, transforms }: UiState, { model, compared, view: { functions } }: Shown): HTMLElement[] {
    const { dispatch } = this.actions;
    const isAll = range === null && transforms.length === 0;
    const words = compared ? `Both runs ${compared.sayPair(compared.whole)}` : `${range ? 'Range' : 'Whole run'} ${formatQuantity(wholeOf(functions), model.unit)}`;
    const crumb = isAll ? element('span', { class: 'crumb' }, words) : button(words, 'Back to the whole run', () => {
      dispatch({ kind: 'range', range: null });
      dispatch({ kind: 'keep-transforms', count: 0 });
    });
    const from = range ? [button(`from ${formatQuantity(range[0], model.unit)} to ${formatQuantity(range[1], model.unit)} ×`, 'Clear the range (Escape)', () => dispatch({ kind: 'range', range: null }))] : [];
    return [crumb, ...from];
  }

  private changes({ transforms }: UiState, shown: Shown): HTMLElement[] {
    return transforms.map((transform) => {
      const words = sayTransform(transform, shown);
      return button(`${words} ×`, `Take back: ${words}`, () => this.actions.dispatch({ kind: 'toggle', transform }));
    });
  }

  private zoom(picture: Picture, { zoom }: UiState, { model, view: { tree } }: Shown): HTMLElement[] {
    const { now } = zoom[picture];
    const { dispatch } = this.actions;
    if (!now) return [];
    const fit = button('Fit', 'Show everything (0)', () => dispatch({ kind: 'zoom', picture, to: null }));
    if (now.row < 0 || picture === 'sandwich' || now.row >= tree.length) return [fit];
    const rows = [...callersOf(tree, now.row), now.row];
    const shownRows = rows.length > mostCallers ? [...rows.slice(0, 2), -1, ...rows.slice(2 - mostCallers)] : rows;
    const name = (row: number): HTMLElement => (row < 0
      ? element('span', { class: 'crumb' }, '…')
      : button(model.name(tree.func[row]), 'Choose this caller', () => dispatch({ kind: 'select', func: tree.func[row], row })));
    return [fit, ...shownRows.map(name)];
  }
}

function sayTransform(transform: Transform, { model }: Shown): string {
  switch (transform.kind) {
    case 'fold-recursion': return 'recursion folded';
    case 'focus': return `only ${model.name(transform.func)}`;
    case 'hide': return `without ${model.name(transform.func)}`;
    case 'collapse-package': return `${model.text(transform.package)} collapsed`;
    case 'hide-category': return `without ${categoryWords[categories[transform.category] ?? 'program']}`;
  }
}

function button(text: string, title: string, run: () => void): HTMLElement {
  const made = element('button', { type: 'button', class: 'crumb', title }, text);
  made.addEventListener('click', run);
  return made;
}
