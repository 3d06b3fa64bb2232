import { BarList } from './bar-list.ts';
import { decorateBars } from './decorate-bars.ts';
import type { FlameLook, FlameRenderer, FlameScene } from './flame-picture.ts';
import { hitBox } from './hit-box.ts';
import { LabelPainter } from './label-painter.ts';
import { keepPalette } from './make-palette.ts';
import { paintBoxes, type Raster } from './paint-boxes.ts';

/** Paints boxes into a pixel buffer of its own and texts over it: needs no GPU. Zooms in double precision; only pixels reach the canvas. */
export function makeRenderer(canvas: HTMLCanvasElement): FlameRenderer {
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('This window gives no canvas to draw on.');
  const labels = new LabelPainter(context);
  const bars = new BarList();
  const paletteOf = keepPalette();
  let image = new ImageData(1, 1);
  let drawn: { readonly scene: FlameScene; readonly rowHeight: number; readonly ratio: number } | null = null;

  return {
    draw(scene, look) {
      const ratio = window.devicePixelRatio || 1;
      const width = Math.max(1, Math.round(canvas.clientWidth * ratio));
      const height = Math.max(1, Math.round(canvas.clientHeight * ratio));
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      if (image.width !== width || image.height !== height) image = new ImageData(width, height);
      const rowHeight = Math.max(2, Math.round(look.rowHeight * ratio));
      const raster: Raster = { pixels: new Uint32Array(image.data.buffer), width, height, rowHeight };
      paint(raster, scene, look, ratio);
      drawn = { scene, rowHeight, ratio };
    },
    hit(x, y) {
      if (!drawn) return -1;
      const { scene, rowHeight, ratio } = drawn;
      const rows = ((scene.upward ? canvas.height - y * ratio : y * ratio) / rowHeight) + scene.top;
      const unitsPerPixel = (scene.to - scene.from) / canvas.width;
      return hitBox(scene, Math.floor(rows), scene.from + x * ratio * unitsPerPixel, unitsPerPixel / 2);
    },
  };

  function paint(raster: Raster, scene: FlameScene, look: FlameLook, ratio: number): void {
    if (!context) return;
    const palette = paletteOf(look, scene.emphasis);
    paintBoxes(raster, scene, palette, look.background, bars);
    decorateBars(raster, scene, look, palette, bars, ratio);
    context.putImageData(image, 0, 0);
    labels.draw(scene, look, palette, bars, ratio);
  }
}
