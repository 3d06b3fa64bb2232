import { PicturePanel } from '../chart/picture-panel.ts';
import type { PictureTools } from '../chart/picture-panel.ts';
import { element } from '../element.ts';
import type { TreeBoxes } from '../../protocol/engine.ts';
import type { Shown } from '../shell/shown.ts';
import { Latest } from '../state/latest.ts';
import type { UiState } from '../state/ui-state.ts';

interface Halves {
  readonly callers: TreeBoxes;
  readonly callees: TreeBoxes;
}

/** Callers above and callees below the chosen function. */
export class SandwichPanel extends PicturePanel {
  override readonly root: HTMLElement;
  private readonly above;
  private readonly below;
  private readonly name = element('p', { class: 'filling' });
  private readonly hint = element('p', { class: 'hint' }, 'Choose a function in any other view: here are its callers above and what it calls below.');
  private readonly halves = new Latest<Halves>();
  private shownHalves: Halves | null = null;

  constructor(tools: PictureTools) {
    super('sandwich', tools);
    this.above = this.makeView('Callers of the chosen function', () => this.shownHalves?.callers.tree ?? null);
    this.below = this.makeView('What the chosen function calls', () => this.shownHalves?.callees.tree ?? null);
    this.root = element('div', { class: 'picture sandwich' }, this.hint, this.above.root, this.name, this.below.root);
  }

  override canvas(): HTMLCanvasElement {
    return this.below.canvasElement;
  }

  protected override draw(state: UiState, shown: Shown): void {
    const { selected } = state;
    this.root.classList.toggle('unchosen', selected < 0);
    if (selected < 0) return;
    const halves = this.halves.of([shown.view, selected], () => shown.engine.sandwich(selected), this.refresh, this.tools.actions.fail);
    if (!halves) return;
    this.shownHalves = halves;
    this.name.textContent = `Callers ▴  ${shown.model.name(selected)}  ▾ Callees`;
    this.above.show({ ...this.input(state, shown, halves.callers.tree, halves.callers.boxes), upward: true });
    this.below.show({ ...this.input(state, shown, halves.callees.tree, halves.callees.boxes), upward: false });
  }
}
