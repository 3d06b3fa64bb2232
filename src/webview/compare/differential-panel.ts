import { PicturePanel } from '../chart/picture-panel.ts';
import type { PictureTools } from '../chart/picture-panel.ts';
import { element } from '../element.ts';
import type { Shown } from '../shell/shown.ts';
import type { UiState } from '../state/ui-state.ts';
import { CompareBar } from './compare-bar.ts';
import type { Compared } from './compared.ts';
import { DifferenceLook } from './difference-look.ts';
import { paintDifferences } from './paint-differences.ts';

/** Both runs as one flame graph: as wide as one of them, coloured by what changed. */
export class DifferentialPanel extends PicturePanel {
  override readonly root: HTMLElement;
  private readonly view;
  private readonly bar: CompareBar;
  private readonly differences = new DifferenceLook(paintDifferences, sayRow);

  constructor(tools: PictureTools) {
    super('differential', tools);
    this.view = this.makeView('Differential flame graph: arrow keys move between frames, Enter zooms', () => this.latest?.shown.view.tree ?? null);
    this.bar = new CompareBar(tools.actions);
    this.root = element('div', { class: 'picture' }, this.bar.root, this.view.root);
  }

  override canvas(): HTMLCanvasElement {
    return this.view.canvasElement;
  }

  protected override draw(state: UiState, shown: Shown): void {
    const { compared } = shown;
    if (!compared) return;
    this.bar.show(state, shown);
    const { tree, boxes } = compared.difference[state.side];
    this.view.show({ ...this.input(state, shown, tree, boxes), row: state.row, ...this.differences.input(state, shown, compared) });
  }
}

/** The sign stands beside the name: a difference is never told by colour alone. */
function sayRow(compared: Compared, row: number): string {
  const pair = compared.totals(row);
  if (pair.before === 0 && pair.after > 0) return `new ${compared.say(pair.after)}`;
  if (pair.after === 0 && pair.before > 0) return `gone ${compared.sayChange(pair)}`;
  return compared.sayChange(pair);
}
