import type { ProfileModel } from '../model/profile-model.ts';
import type { ColorBy } from '../state/ui-state.ts';
import { contrast, mix, toPixel } from './color.ts';
import type { Rgb } from './color.ts';
import type { Theme } from './theme.ts';

/** Fill and text by row of functions, as pixels, and what is striped because it is nobody's code. */
export interface Paint {
  readonly fill: Uint32Array;
  readonly text: Uint32Array;
  readonly striped: Uint8Array;
}

/** After Okabe and Ito: told apart with any common colour-blindness. */
const hues: readonly Rgb[] = [[230, 159, 0], [86, 180, 233], [32, 160, 126], [214, 200, 60], [76, 130, 200], [222, 106, 54], [204, 121, 167], [150, 150, 205]];
const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];
/** Neighbours of one colour differ by a shade. */
const shades = [1, 0.92, 0.85];

/** A function has the same colour in every view, for it depends on nothing but its own texts. */
export function paintFunctions(model: ProfileModel, theme: Theme, colorBy: ColorBy): Paint {
  const { length } = model.functions;
  const paint: Paint = { fill: new Uint32Array(length), text: new Uint32Array(length), striped: new Uint8Array(length) };
  for (let func = 0; func < length; func++) {
    const fill = tone(colorOf(model, func, theme, colorBy), theme);
    paint.fill[func] = toPixel(fill);
    paint.text[func] = toPixel(readable(fill));
    paint.striped[func] = func > 0 && striped.includes(model.category(func)) ? 1 : 0;
  }
  return paint;
}

const striped: readonly string[] = ['gc', 'program', 'idle'];

function colorOf(model: ProfileModel, func: number, theme: Theme, colorBy: ColorBy): Rgb {
  const category = model.category(func);
  const { background, foreground } = theme;
  if (category === 'own' || category === 'dependency') {
    const base = category === 'own' ? ownColor(model, func, theme, colorBy) : dependencyColor(model, func, theme, colorBy);
    return mix(base, background, shades[hash(model.rawName(func)) % shades.length]);
  }
  if (category === 'gc') return mix(theme.gc, background, 0.7);
  return mix(foreground, background, func === 0 ? 0.12 : { node: 0.34, native: 0.26, program: 0.18, idle: 0.1 }[category]);
}

const ownColor = (model: ProfileModel, func: number, theme: Theme, colorBy: ColorBy): Rgb =>
  (colorBy === 'file' ? hues[hash(model.file(func)) % hues.length] : theme.own);

/** Softer than own code. */
function dependencyColor(model: ProfileModel, func: number, theme: Theme, colorBy: ColorBy): Rgb {
  if (colorBy === 'category') return mix(theme.dependency, theme.background, 0.75);
  const key = colorBy === 'package' ? model.packageName(func) : model.file(func);
  return mix(hues[hash(key) % hues.length], theme.background, 0.55);
}

/** High contrast keeps to the ground and lets the outline and the text speak. */
const tone = (color: Rgb, { isHighContrast, background }: Theme): Rgb => (isHighContrast ? mix(color, background, 0.35) : color);

const readable = (fill: Rgb): Rgb => (contrast(fill, black) >= contrast(fill, white) ? black : white);

function hash(text: string): number {
  let value = 2166136261;
  for (let at = 0; at < text.length && at < 300; at++) value = Math.imul(value ^ text.charCodeAt(at), 16777619);
  return (value ^ (value >>> 15)) >>> 0;
}
