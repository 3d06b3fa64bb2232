import type { Overview } from '../../core/layout/view.ts';
import { mix, toCss } from '../theme/color.ts';
import type { Theme } from '../theme/theme.ts';

/** Own code strong at the foot, what else was busy softer above it. */
export function drawOverview(canvas: HTMLCanvasElement, { busy, own }: Overview, { background, foreground, own: strong }: Theme): void {
  const ratio = window.devicePixelRatio || 1;
  const width = Math.round(canvas.clientWidth * ratio);
  const height = Math.round(canvas.clientHeight * ratio);
  const context = canvas.getContext('2d');
  if (!context || width === 0 || height === 0) return;
  canvas.width = width;
  canvas.height = height;
  fillArea(context, busy, toCss(mix(foreground, background, 0.25)), width, height);
  fillArea(context, own, toCss(mix(strong, background, 0.8)), width, height);
}

/** A column a pixel: the highest of the steps that fall on it, so that a short burst stays in sight. */
function fillArea(context: CanvasRenderingContext2D, steps: Float32Array, color: string, width: number, height: number): void {
  context.fillStyle = color;
  for (let x = 0; x < width; x++) {
    const first = Math.floor((x / width) * steps.length);
    const end = Math.max(first + 1, Math.floor(((x + 1) / width) * steps.length));
    let most = 0;
    for (let step = first; step < end && step < steps.length; step++) most = Math.max(most, steps[step]);
    const tall = Math.round(most * height);
    context.fillRect(x, height - tall, 1, tall);
  }
}
