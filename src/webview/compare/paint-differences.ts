import { leastChange } from '../../core/compare/list-changes.ts';
import { contrast, mix, type Rgb, toPixel } from '../theme/color.ts';
import type { Paint } from '../theme/paint-functions.ts';
import type { Theme } from '../theme/theme.ts';
import type { Compared, Pair } from './compared.ts';

/** Red is slower, blue faster: told apart with any common colour-blindness, and never without the sign beside the name. */
const slower: Rgb = [214, 69, 65];
const faster: Rgb = [58, 120, 200];
const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];

/** From this share of the larger run on, the colour has this strength. */
const steps: readonly (readonly [share: number, strength: number])[] = [[0.2, 1], [0.05, 0.75], [0.01, 0.5], [leastChange, 0.28]];

/** By row of the difference: the colour says by how much of the run the stack is slower or faster. */
export function paintDifferences(compared: Compared, theme: Theme): Paint {
  const whole = Math.max(compared.whole.before, compared.whole.after);
  return paintRows(compared, (row) => colorOf(compared.totals(row), whole, theme));
}

/** By row of the difference: what vanished, and its callers, which are still there. */
export function paintVanished(compared: Compared, theme: Theme): Paint {
  const { after, vanished } = compared.difference;
  const [gone, still] = [colorOf({ before: 1, after: 0 }, 10, theme), colorOf({ before: 0, after: 0 }, 1, theme)];
  return paintRows(compared, (row) => (after.tree.total[row] === 0 && after.tree.samples[row] === 0 && vanished.tree.total[row] > 0 ? gone : still));
}

function paintRows({ difference: { after: { tree: { length } } } }: Compared, colorOfRow: (row: number) => Rgb): Paint {
  const paint: Paint = { fill: new Uint32Array(length), text: new Uint32Array(length), striped: new Uint8Array(length) };
  for (let row = 0; row < length; row++) {
    const fill = colorOfRow(row);
    paint.fill[row] = toPixel(fill);
    paint.text[row] = toPixel(contrast(fill, black) >= contrast(fill, white) ? black : white);
  }
  return paint;
}

/** Of one difference. */
export const colorOf = ({ before, after }: Pair, whole: number, { background, foreground, isHighContrast }: Theme): Rgb => {
  const change = after - before;
  const strength = steps.find(([share]) => Math.abs(change) >= share * whole && change !== 0)?.[1] ?? 0;
  if (strength === 0) return mix(foreground, background, 0.16);
  return mix(change > 0 ? slower : faster, background, isHighContrast ? strength * 0.6 : strength);
};
