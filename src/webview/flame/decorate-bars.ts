import { endOf, startOf } from '../../core/layout/box-edges.ts';
import type { BarList } from './bar-list.ts';
import { emphasis, type FlameLook, type FlameScene } from './flame-picture.ts';
import type { Palette } from './make-palette.ts';
import { type Raster, topOfRow } from './paint-boxes.ts';

/** Stripes run at 45°: so many device px apart, so many wide. */
const [stripePeriod, stripeWidth] = [8, 2];

/** Stripes, outlines and marks, over the bars that are wide enough to show them. */
export function decorateBars(raster: Raster, scene: FlameScene, look: FlameLook, palette: Palette, bars: BarList, ratio: number): void {
  const { boxes, func } = scene;
  const thin = Math.max(1, Math.round(ratio));
  for (let bar = 0; bar < bars.length; bar++) {
    const shown = func[boxes.row[bars.box[bar]]];
    const [left, right, top] = [bars.left[bar], bars.right[bar] - 1, bars.top[bar]];
    const bottom = top + raster.rowHeight - 1;
    if (look.striped[shown] !== 0) stripe(raster, left, right, top, bottom, palette.stripe[shown]);
    if (look.outline !== 0) frame(raster, left, right, top, bottom, thin, look.outline);
    const meaning = scene.emphasis[shown];
    if (meaning === emphasis.selected) frame(raster, left, right, top, bottom, thin, look.selected);
    // Found is told by a line as well, not by colour alone.
    if (meaning === emphasis.found) fillRect(raster, left, right, bottom - 2 * thin, bottom, palette.text[shown]);
  }
  if (scene.focused >= 0) markFocused(raster, scene, look.selected, 2 * thin);
}

/** The focused box is in sight however narrow it is. */
function markFocused(raster: Raster, scene: FlameScene, color: number, thick: number): void {
  const { boxes, from, to, focused } = scene;
  const scale = raster.width / (to - from);
  const left = Math.max(0, Math.round((startOf(boxes, focused) - from) * scale));
  const right = Math.min(raster.width, Math.max(left + 2 * thick, Math.round((endOf(boxes, focused) - from) * scale) - 1));
  let depth = 0;
  while (boxes.rowStart[depth + 1] <= focused) depth++;
  const top = topOfRow(raster, scene, depth);
  frame(raster, left, right, top, top + raster.rowHeight - 1, thick, color);
}

function stripe({ pixels, width, height }: Raster, left: number, right: number, top: number, bottom: number, color: number): void {
  for (let y = Math.max(0, top); y < Math.min(bottom, height); y++) {
    const first = left + ((((-left - y) % stripePeriod) + stripePeriod) % stripePeriod);
    for (let x = first; x < right; x += stripePeriod) pixels.fill(color, y * width + x, y * width + Math.min(right, x + stripeWidth));
  }
}

function frame(raster: Raster, left: number, right: number, top: number, bottom: number, thick: number, color: number): void {
  fillRect(raster, left, right, top, top + thick, color);
  fillRect(raster, left, right, bottom - thick, bottom, color);
  fillRect(raster, left, left + thick, top, bottom, color);
  fillRect(raster, right - thick, right, top, bottom, color);
}

function fillRect({ pixels, width, height }: Raster, left: number, right: number, top: number, bottom: number, color: number): void {
  const [begin, end] = [Math.max(0, left), Math.min(width, right)];
  if (begin >= end) return;
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) pixels.fill(color, y * width + begin, y * width + end);
}
