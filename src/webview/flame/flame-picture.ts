import type { FlameBoxes } from '../../core/layout/view.ts';

/** How boxes look: changes with theme, colouring and search, not while panning. Colours are 0xAABBGGRR, one little-endian pixel. */
export interface FlameLook {
  readonly background: number;
  /** By row of functions: fill and text of a box. */
  readonly fill: Uint32Array;
  readonly text: Uint32Array;
  /** Around every box, for high contrast; 0 = none (a line of background between neighbours). */
  readonly outline: number;
  /** Around all calls of the selected function, and thicker around the focused box. */
  readonly selected: number;
  /** By row of functions: striped, for what is no code of anybody (idle, program, GC): never colour alone. */
  readonly striped: Uint8Array;
  readonly label: (func: number) => string;
  /** CSS font of the labels. */
  readonly font: string;
  /** In CSS px. */
  readonly rowHeight: number;
}

/** By row of functions, `FlameScene.emphasis`. */
export const emphasis = { plain: 0, dimmed: 1, found: 2, selected: 3 } as const;

export interface FlameScene {
  readonly boxes: FlameBoxes;
  /** By `boxes.row`: row of functions (`MergedTree.func`). */
  readonly func: Int32Array;
  /** What is in sight: x axis in the unit of the boxes, first row (a fraction while scrolling). */
  readonly from: number;
  readonly to: number;
  readonly top: number;
  /** Depth 0 stands at the bottom. */
  readonly upward: boolean;
  readonly emphasis: Uint8Array;
  /** Index of the focused box, -1 = none. */
  readonly focused: number;
}

/** The renderer as the page uses it: one a canvas. Sizes itself to its canvas' client size and the device's pixels. */
export interface FlameRenderer {
  /** Draws at once; the caller asks once a frame. */
  draw(scene: FlameScene, look: FlameLook): void;
  /** Index of the box at a point in CSS px of the canvas, -1 = none, for the scene drawn last. */
  hit(x: number, y: number): number;
}
