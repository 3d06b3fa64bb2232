import type { Overview } from '../../core/layout/view.ts';
import { mix, toCss } from '../theme/color.ts';
import type { Rgb } from '../theme/color.ts';
import type { Theme } from '../theme/theme.ts';
import { columnOf, deepestOf } from './overview-columns.ts';

/** A column a pixel: as high as its calls are deep, from the foot own code, dependencies, garbage collection and what is left in the colours of the chart. */
export function drawOverview(canvas: HTMLCanvasElement, overview: Overview, theme: Theme): void {
  const ratio = window.devicePixelRatio || 1;
  const width = Math.round(canvas.clientWidth * ratio);
  const height = Math.round(canvas.clientHeight * ratio);
  const context = canvas.getContext('2d');
  if (!context || width === 0 || height === 0) return;
  canvas.width = width;
  canvas.height = height;
  const colors = colorsOf(theme).map(toCss);
  const deepest = deepestOf(overview);
  for (let x = 0; x < width; x++) {
    let foot = height;
    columnOf(overview, x / width, (x + 1) / width, deepest).forEach((share, kind) => {
      const top = foot - share * height;
      context.fillStyle = colors[kind];
      if (share > 0) context.fillRect(x, Math.round(top), 1, Math.round(foot) - Math.round(top));
      foot = top;
    });
  }
}

const colorsOf = ({ background, foreground, own, dependency, gc }: Theme): readonly Rgb[] =>
  [mix(own, background, 0.8), mix(dependency, background, 0.75), mix(gc, background, 0.7), mix(foreground, background, 0.25)];
