import { emphasis, type FlameLook } from './flame-picture.ts';
import { mixPixels } from './mix-pixels.ts';

/** What is left of a colour that was dimmed, of a run of boxes too narrow to tell apart, and of a stripe. */
const [dimmedShare, mutedShare, stripeShare] = [0.3, 0.65, 0.6];

/** Pixels by row of functions, ready to be painted. */
export interface Palette {
  readonly fill: Uint32Array;
  readonly muted: Uint32Array;
  readonly text: Uint32Array;
  readonly stripe: Uint32Array;
}

export function makePalette({ background, fill, text, striped }: FlameLook, emphasisOf: Uint8Array): Palette {
  const palette = { fill: fill.slice(), muted: new Uint32Array(fill.length), text: text.slice(), stripe: new Uint32Array(fill.length) };
  for (let func = 0; func < fill.length; func++) {
    if (emphasisOf[func] === emphasis.dimmed) {
      palette.fill[func] = mixPixels(fill[func], background, dimmedShare);
      palette.text[func] = mixPixels(text[func], palette.fill[func], 2 * dimmedShare);
    }
    // A single call that was looked for must be seen among a thousand others.
    palette.muted[func] = emphasisOf[func] >= emphasis.found ? palette.fill[func] : mixPixels(palette.fill[func], background, mutedShare);
    if (striped[func] !== 0) palette.stripe[func] = mixPixels(palette.fill[func], background, stripeShare);
  }
  return palette;
}

/** Makes a palette anew only for another look or emphasis: while panning and zooming both stay. */
export function keepPalette(): typeof makePalette {
  let kept: { readonly look: FlameLook; readonly emphasisOf: Uint8Array; readonly palette: Palette } | null = null;
  return (look, emphasisOf) => {
    if (kept?.look !== look || kept.emphasisOf !== emphasisOf) kept = { look, emphasisOf, palette: makePalette(look, emphasisOf) };
    return kept.palette;
  };
}
