import type { BarList } from './bar-list.ts';
import type { FlameScene } from './flame-picture.ts';
import type { Palette } from './make-palette.ts';
import { firstAbove, gallop } from './seek-boxes.ts';

/** From this width on a bar ends with a line, and is listed; device px. */
const listedWidth = 3;
/** Of a run narrower than a pixel so many boxes are looked at for one that was searched. */
const lookedAt = 8;

/** A picture in device px; `pixels` holds its rows one after the other. */
export interface Raster {
  readonly pixels: Uint32Array;
  readonly width: number;
  readonly height: number;
  /** Of a row of boxes, its line of background below included. */
  readonly rowHeight: number;
}

/** Where the row of a depth begins, from the top of the picture; may lie outside. */
export const topOfRow = ({ height, rowHeight }: Raster, { top, upward }: FlameScene, depth: number): number =>
  upward ? height - Math.round((depth - top + 1) * rowHeight) : Math.round((depth - top) * rowHeight);

/** Paints one line of pixels a row of boxes and copies it down: the cost follows the pixels, not the boxes. */
export function paintBoxes(raster: Raster, scene: FlameScene, palette: Palette, background: number, bars: BarList): void {
  const { pixels, width, height, rowHeight } = raster;
  const line = new Uint32Array(width);
  bars.length = 0;
  pixels.fill(background);
  const first = Math.max(0, Math.floor(scene.top));
  const last = Math.min(scene.boxes.depth, Math.ceil(scene.top + height / rowHeight));
  for (let depth = first; depth < last; depth++) {
    const top = topOfRow(raster, scene, depth);
    line.fill(background);
    paintLine(line, scene, depth, top, palette, background, bars);
    const end = Math.min(height, top + rowHeight - 1);
    for (let y = Math.max(0, top); y < end; y++) pixels.set(line, y * width);
  }
}

function paintLine(line: Uint32Array, { boxes, func, from, to, emphasis }: FlameScene, depth: number, top: number, palette: Palette, background: number, bars: BarList): void {
  const { edges, left, right, row, rowStart } = boxes;
  const width = line.length;
  const scale = width / (to - from);
  const last = rowStart[depth + 1];
  let painted = 0;
  for (let box = firstAbove(edges, right, rowStart[depth], last, from); box < last && edges[left[box]] < to; ) {
    const start = Math.max(0, (edges[left[box]] - from) * scale);
    const end = Math.min(width, (edges[right[box]] - from) * scale);
    if (end - start >= 1) {
      const begin = Math.round(start);
      const behind = Math.max(begin + 1, Math.round(end));
      const listed = behind - begin >= listedWidth;
      line.fill(palette.fill[func[row[box]]], begin, listed ? behind - 1 : behind);
      if (listed) {
        line[behind - 1] = background;
        bars.add(box, begin, behind, top);
      }
      painted = behind;
      box++;
      continue;
    }
    const pixel = Math.min(width - 1, Math.floor(start));
    let next = Math.max(box + 1, gallop(edges, left, box, last, from + (pixel + 1) / scale));
    // The last one that begins on this pixel may be wide.
    if (next - 1 > box && (edges[right[next - 1]] - edges[left[next - 1]]) * scale >= 1) next--;
    let shown = func[row[box]];
    for (let other = box + 1; other < Math.min(next, box + lookedAt); other++) {
      if (emphasis[func[row[other]]] > emphasis[shown]) shown = func[row[other]];
    }
    if (pixel >= painted) line[pixel] = palette.muted[shown];
    box = next;
  }
}
