import { leastChange } from '../../core/compare/list-changes.ts';
import { PicturePanel } from '../chart/picture-panel.ts';
import type { PictureTools } from '../chart/picture-panel.ts';
import { element } from '../element.ts';
import type { Shown } from '../shell/shown.ts';
import type { UiState } from '../state/ui-state.ts';
import type { Compared } from './compared.ts';
import { DifferenceLook } from './difference-look.ts';
import { paintVanished } from './paint-differences.ts';
import { VanishedList } from './vanished-list.ts';

/** Stacks that were there before and are not after: as a picture as wide as all of them, and as a list. */
export class VanishedPanel extends PicturePanel {
  override readonly root: HTMLElement;
  private readonly view;
  private readonly note = element('p', { class: 'hint' });
  private readonly list: VanishedList;
  private readonly differences = new DifferenceLook(paintVanished, sayTime);

  constructor(tools: PictureTools) {
    super('vanished', tools);
    this.view = this.makeView('Flame graph of the stacks that vanished: arrow keys move between frames, Enter zooms', () => this.latest?.shown.view.tree ?? null);
    this.list = new VanishedList(tools.actions);
    this.root = element('div', { class: 'picture vanished' }, this.note, this.view.root, this.list.root);
  }

  override canvas(): HTMLCanvasElement {
    return this.view.canvasElement;
  }

  protected override draw(state: UiState, shown: Shown): void {
    const { compared } = shown;
    if (!compared) return;
    const { tree, boxes } = compared.difference.vanished;
    const gone = tree.total[0];
    this.note.textContent = gone > 0
      ? `Before, these stacks took ${compared.sayVanished(gone)}; after, none of them was seen. The list leaves out what took less than ${leastChange * 100} % of the run.`
      : 'Every stack of the earlier run is in the later one too.';
    this.root.classList.toggle('nothing', gone === 0);
    this.view.show({ ...this.input(state, shown, tree, boxes), row: state.row, ...this.differences.input(state, shown, compared) });
    this.list.show(state, shown);
  }
}

const sayTime = (compared: Compared, row: number): string => compared.sayVanished(compared.difference.vanished.tree.total[row]);
