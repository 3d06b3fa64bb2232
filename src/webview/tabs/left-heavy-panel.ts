import type { FlameBoxes } from '../../core/layout/view.ts';
import { PicturePanel } from '../chart/picture-panel.ts';
import type { PictureTools } from '../chart/picture-panel.ts';
import { element } from '../element.ts';
import type { Shown } from '../shell/shown.ts';
import { Latest } from '../state/latest.ts';
import type { UiState } from '../state/ui-state.ts';

/** All calls of the same stack as one frame, the heaviest to the left. */
export class LeftHeavyPanel extends PicturePanel {
  override readonly root: HTMLElement;
  private readonly view;
  private readonly boxes = new Latest<FlameBoxes>();

  constructor(tools: PictureTools) {
    super('left-heavy', tools);
    this.view = this.makeView('Left-heavy flame graph: arrow keys move between frames, Enter zooms', () => this.latest?.shown.view.tree ?? null);
    this.root = element('div', { class: 'picture' }, this.view.root);
  }

  override canvas(): HTMLCanvasElement {
    return this.view.canvasElement;
  }

  protected override draw(state: UiState, shown: Shown): void {
    const boxes = this.boxes.of([shown.view], () => shown.engine.leftHeavy(), this.refresh, this.tools.actions.fail);
    if (boxes) this.view.show(this.input(state, shown, shown.view.tree, boxes));
  }
}
