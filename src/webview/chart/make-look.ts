import { toPixel } from '../theme/color.ts';
import { emphasis } from '../flame/flame-picture.ts';
import type { FlameLook } from '../flame/flame-picture.ts';
import type { Opening, Shown } from '../shell/shown.ts';

/** px; high enough for a finger's neighbour. */
const rowHeight = 18;

/** How boxes look now. Kept as long as nothing about it changes, for the renderer compares it. */
export class LookMaker {
  private made: { readonly key: readonly unknown[]; readonly look: FlameLook } | null = null;

  look({ model, theme, paint }: Opening): FlameLook {
    const key = [model, theme, paint];
    if (!this.made || key.some((part, index) => part !== this.made?.key[index])) {
      const look: FlameLook = {
        ...paint,
        background: toPixel(theme.background),
        outline: theme.border ? toPixel(theme.border) : 0,
        selected: toPixel(theme.focus),
        label: (func) => model.name(func),
        font: theme.font,
        rowHeight,
      };
      this.made = { key, look };
    }
    return this.made.look;
  }
}

/** By row of functions: what a search leaves, and all calls of the chosen function. */
export function emphasize({ model, matches }: Shown, selected: number): Uint8Array {
  const { length } = model.functions;
  const by = new Uint8Array(length);
  if (matches) for (let func = 0; func < length; func++) by[func] = matches.isMatch[func] ? emphasis.found : emphasis.dimmed;
  if (selected >= 0 && selected < length) by[selected] = emphasis.selected;
  return by;
}
