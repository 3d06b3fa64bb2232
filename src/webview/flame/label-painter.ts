import type { BarList } from './bar-list.ts';
import type { FlameLook, FlameScene } from './flame-picture.ts';
import type { Palette } from './make-palette.ts';

/** CSS px: narrower bars have no text; left of the text. */
const [narrowest, padding] = [28, 4];
/** Texts kept, whole and cut. */
const mostKept = 50_000;

/** What a canvas does with texts. */
export interface LabelCanvas {
  font: string;
  textBaseline: string;
  fillStyle: unknown;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  measureText(text: string): { readonly width: number };
  fillText(text: string, x: number, y: number, room: number): void;
}

/** What a text takes in the font, and what was left of it by number of characters. */
interface Measured {
  readonly width: number;
  readonly text: string;
  readonly cut: string[];
}

/** Draws names where they fit, cut off with an ellipsis where they don't. Measures and cuts each text once: the canvas shapes a text it knows faster. */
export class LabelPainter {
  readonly #context: LabelCanvas;
  readonly #measured = new Map<string, Measured>();
  #cuts = 0;
  readonly #colors = new Map<number, string>();
  #font = '';

  constructor(context: LabelCanvas) {
    this.#context = context;
  }

  draw({ boxes, func }: FlameScene, look: FlameLook, palette: Palette, bars: BarList, ratio: number): void {
    const context = this.#context;
    if (look.font !== this.#font || this.#measured.size + this.#cuts > mostKept) this.#forget();
    this.#font = look.font;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.font = look.font;
    context.textBaseline = 'middle';
    let color = -1;
    for (let bar = 0; bar < bars.length; bar++) {
      const width = (bars.right[bar] - bars.left[bar]) / ratio;
      if (width < narrowest) continue;
      const shown = func[boxes.row[bars.box[bar]]];
      const room = width - 2 * padding;
      const text = this.#fit(look.label(shown), room);
      if (text === '') continue;
      if (palette.text[shown] !== color) {
        color = palette.text[shown];
        context.fillStyle = this.#css(color);
      }
      context.fillText(text, bars.left[bar] / ratio + padding, bars.top[bar] / ratio + look.rowHeight / 2, room);
    }
  }

  /** By the mean width of its characters: measuring each cut anew, at each step of a zoom, would cost more than drawing. */
  #fit(label: string, room: number): string {
    const { width, text, cut } = this.#measure(label);
    if (width <= room) return text;
    const length = Math.floor((text.length * room) / width) - 1;
    return length > 1 ? (cut[length] ??= this.#cut(text, length)) : '';
  }

  #cut(text: string, length: number): string {
    this.#cuts++;
    return `${text.slice(0, length)}…`;
  }

  #forget(): void {
    this.#measured.clear();
    this.#cuts = 0;
  }

  #measure(label: string): Measured {
    const known = this.#measured.get(label);
    if (known !== undefined) return known;
    // So much of a text is never seen; a name of megabytes must not be measured.
    const text = label.length > 500 ? label.slice(0, 500) : label;
    const measured = { width: this.#context.measureText(text).width, text, cut: [] };
    this.#measured.set(label, measured);
    return measured;
  }

  #css(pixel: number): string {
    const known = this.#colors.get(pixel);
    if (known !== undefined) return known;
    const css = `rgb(${pixel & 255} ${(pixel >>> 8) & 255} ${(pixel >>> 16) & 255})`;
    this.#colors.set(pixel, css);
    return css;
  }
}
