import type { FlameInput } from '../chart/flame-view.ts';
import { emphasis } from '../flame/flame-picture.ts';
import type { FlameLook } from '../flame/flame-picture.ts';
import type { Shown } from '../shell/shown.ts';
import type { UiState } from '../state/ui-state.ts';
import { toPixel } from '../theme/color.ts';
import type { Paint } from '../theme/paint-functions.ts';
import type { Theme } from '../theme/theme.ts';
import type { Compared } from './compared.ts';

/** px. */
const rowHeight = 18;

/** How boxes of a difference look: each stack has its own colour and, in words, its change. */
export class DifferenceLook {
  private made: { readonly key: readonly unknown[]; readonly look: FlameLook; readonly rows: Int32Array } | null = null;
  private emphasized: { readonly key: readonly unknown[]; readonly by: Uint8Array } | null = null;

  private readonly paint: (compared: Compared, theme: Theme) => Paint;
  private readonly say: (compared: Compared, row: number) => string;

  /** @param say of a row, behind the name */
  constructor(paint: DifferenceLook['paint'], say: DifferenceLook['say']) {
    this.paint = paint;
    this.say = say;
  }

  input({ selected }: UiState, shown: Shown, compared: Compared): Pick<FlameInput, 'look' | 'paintedBy' | 'emphasis'> {
    const { model, theme } = shown;
    const { func, length } = compared.difference.after.tree;
    const key = [model, theme, compared];
    if (!this.made || key.some((part, index) => part !== this.made?.key[index])) {
      const look: FlameLook = {
        ...this.paint(compared, theme),
        background: toPixel(theme.background),
        outline: theme.border ? toPixel(theme.border) : 0,
        selected: toPixel(theme.focus),
        label: (row) => [model.name(func[row]), this.say(compared, row)].filter((part) => part !== '').join('  '),
        font: theme.font,
        rowHeight,
      };
      this.made = { key, look, rows: Int32Array.from({ length }, (_, row) => row) };
    }
    return { look: this.made.look, paintedBy: this.made.rows, emphasis: this.emphasis(shown, func, selected) };
  }

  /** By row: what a search leaves, and all calls of the chosen function. */
  private emphasis({ matches }: Shown, func: Int32Array, selected: number): Uint8Array {
    const key = [func, matches, selected];
    if (!this.emphasized || key.some((part, index) => part !== this.emphasized?.key[index])) {
      const plain = (called: number): number => (!matches ? emphasis.plain : matches.isMatch[called] ? emphasis.found : emphasis.dimmed);
      this.emphasized = { key, by: Uint8Array.from(func, (called) => (called === selected ? emphasis.selected : plain(called))) };
    }
    return this.emphasized.by;
  }
}
