import type { FlameBoxes, MergedTree } from '../../core/layout/view.ts';
import type { FlameLook, FlameRenderer } from '../flame/flame-picture.ts';
import type { Panel } from '../shell/panel.ts';
import type { PageActions, Shown } from '../shell/shown.ts';
import type { Picture, UiState } from '../state/ui-state.ts';
import { FlameView } from './flame-view.ts';
import type { FlameEvents } from './flame-view.ts';
import { emphasize, LookMaker } from './make-look.ts';

export type MakeRenderer = (canvas: HTMLCanvasElement) => FlameRenderer;
/** Shows what the pointer rests on; -1 = nothing. */
export type Hover = (func: number, row: number, x: number, y: number) => void;

export interface PictureTools {
  readonly actions: PageActions;
  readonly makeRenderer: MakeRenderer;
  readonly hover: Hover;
}

/** What the tabs made of boxes have in common: one zoom history, one choice, the words for a frame. */
export abstract class PicturePanel implements Panel {
  abstract readonly root: HTMLElement;
  protected readonly tools: PictureTools;
  protected latest: { readonly state: UiState; readonly shown: Shown } | null = null;
  private readonly picture: Picture;
  protected readonly looks = new LookMaker();
  private emphasized: { readonly key: readonly unknown[]; readonly by: Uint8Array } | null = null;

  constructor(picture: Picture, tools: PictureTools) {
    this.picture = picture;
    this.tools = tools;
  }

  show(state: UiState, shown: Shown): void {
    this.latest = { state, shown };
    this.draw(state, shown);
  }

  protected abstract draw(state: UiState, shown: Shown): void;

  /** The picture to save; `null` while there is none. */
  abstract canvas(): HTMLCanvasElement | null;

  protected readonly refresh = (): void => {
    if (this.latest) this.draw(this.latest.state, this.latest.shown);
  };

  /** A view of boxes of one tree: `treeOf` is asked when something happens in it. */
  protected makeView(label: string, treeOf: () => MergedTree | null, choose: FlameEvents['choose'] = null): FlameView {
    const { actions, makeRenderer, hover } = this.tools;
    const { picture } = this;
    const funcOf = (row: number): number => (row < 0 ? -1 : (treeOf()?.func[row] ?? -1));
    // Rows of a picture with a tree of its own mean nothing elsewhere.
    const sharedRow = (row: number): number => (treeOf() === this.latest?.shown.view.tree ? row : -1);
    return new FlameView(label, makeRenderer, {
      zoom: (to) => actions.dispatch({ kind: 'zoom', picture, to }),
      pan: (to) => actions.dispatch({ kind: 'pan', picture, to }),
      back: () => actions.dispatch({ kind: 'back', picture }),
      select: (row, pressed) => this.select(funcOf(row), sharedRow(row), pressed),
      menu: (row, x, y) => actions.menu(funcOf(row), sharedRow(row), x, y),
      hover: (row, x, y) => hover(funcOf(row), sharedRow(row), x, y),
      choose,
    });
  }

  protected input(state: UiState, shown: Shown, tree: MergedTree, boxes: FlameBoxes): Parameters<FlameView['show']>[0] {
    const { selected, row, upward } = state;
    const look: FlameLook = this.looks.look(shown);
    return { boxes, func: tree.func, upward, emphasis: this.emphasis(shown, selected), look, view: state.zoom[this.picture].now, row: tree === shown.view.tree ? row : -1, selected };
  }

  private select(func: number, row: number, pressed: boolean): void {
    const { actions } = this.tools;
    if (func < 0) return;
    actions.dispatch({ kind: 'select', func, row });
    if (pressed) actions.open(func, 0);
  }

  private emphasis(shown: Shown, selected: number): Uint8Array {
    const key = [shown.model, shown.matches, selected];
    if (!this.emphasized || key.some((part, index) => part !== this.emphasized?.key[index])) this.emphasized = { key, by: emphasize(shown, selected) };
    return this.emphasized.by;
  }
}
