import { element } from '../element.ts';
import type { FlameLook, FlameRenderer, FlameScene } from '../flame/flame-picture.ts';
import type { Viewport } from '../state/ui-state.ts';
import { depthOf, middleOf, widestBox } from './find-box.ts';
import { cameraKeys, moveBox } from './frame-keys.ts';
import { listenForGestures } from './gestures.ts';
import { RowMarks } from './row-marks.ts';
import { isWhole, lengthOf, panBy, viewOfBox, wholeView, zoomAt } from './viewport.ts';

export interface FlameEvents {
  readonly zoom: (to: Viewport | null) => void;
  readonly pan: (to: Viewport | null) => void;
  readonly back: () => void;
  /** `pressed` with the mouse, otherwise reached by key. */
  readonly select: (row: number, pressed: boolean) => void;
  readonly menu: (row: number, x: number, y: number) => void;
  /** What the pointer rests on, -1 = nothing. */
  readonly hover: (row: number, x: number, y: number) => void;
  readonly choose: ((from: number, to: number, done: boolean) => void) | null;
}

/** What is drawn; `view` is `null` for everything, `row` the row of the merged tree that is chosen. */
export type FlameInput = Pick<FlameScene, 'boxes' | 'func' | 'upward' | 'emphasis'> & { readonly look: FlameLook; readonly view: Viewport | null; readonly row: number; readonly selected: number;
  /** Of the axis, where several pictures share one; otherwise as long as the boxes reach. */
  readonly length?: number;
  /** By row of the merged tree: what `look` and `emphasis` go by, where that is not the function. */
  readonly paintedBy?: Int32Array;
};

/** A picture of boxes with mouse and keys. One stop for Tab; inside it arrow keys go from frame to frame. */
export class FlameView {
  readonly root: HTMLElement;
  private readonly canvas = element('canvas', { 'aria-hidden': 'true' });
  private readonly renderer: FlameRenderer;
  private readonly events: FlameEvents;
  private readonly marks = new RowMarks((top) => this.scrollTo(top));
  private input: FlameInput | null = null;
  private length = 0;
  private focused = -1;
  private waiting = false;

  constructor(label: string, makeRenderer: (canvas: HTMLCanvasElement) => FlameRenderer, events: FlameEvents) {
    this.events = events;
    this.root = element('div', { class: 'flame', role: 'application', 'aria-roledescription': 'flame graph', 'aria-label': label, tabindex: '0' }, this.canvas, this.marks.root);
    this.renderer = makeRenderer(this.canvas);
    listenForGestures(this.canvas, {
      drag: (share, pixels) => this.drag(share, pixels),
      zoom: (at, factor) => this.pan(zoomAt(this.view, at, factor, this.length)),
      click: (event) => this.press(event),
      fit: (event) => this.zoomTo(this.hit(event)),
      hover: (event) => this.hover(event),
      choose: events.choose && ((from, to, done) => this.choose(from, to, done)),
    });
    this.canvas.addEventListener('contextmenu', (event) => this.openMenu(event));
    this.root.addEventListener('keydown', (event) => this.key(event));
    new ResizeObserver(() => this.request()).observe(this.root);
  }

  show(input: FlameInput): void {
    if (input.boxes !== this.input?.boxes) {
      this.length = input.length ?? lengthOf(input.boxes);
      this.focused = -1;
    }
    const moved = input.row !== this.input?.row || input.selected !== this.input.selected || input.boxes !== this.input.boxes;
    this.input = input;
    if (moved) this.follow(input);
    this.request();
  }

  /** What is in sight; of a picture that became less deep its last rows. */
  get view(): Viewport {
    const view = this.input?.view ?? wholeView(this.length);
    return view.top > this.mostTop ? { ...view, top: this.mostTop } : view;
  }

  get canvasElement(): HTMLCanvasElement {
    return this.canvas;
  }

  zoomToFocused(): void {
    if (this.focused >= 0) this.zoomTo(this.focused);
  }

  private request(): void {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.draw();
    });
  }

  private draw(): void {
    const { input, view } = this;
    if (!input || this.canvas.clientWidth === 0) return;
    const { boxes, func, paintedBy = func, upward, emphasis, look } = input;
    this.renderer.draw({ boxes, func: paintedBy, upward, emphasis, from: view.from, to: view.to, top: view.top, focused: this.focused }, look);
    const middle = this.focused >= 0 ? middleOf(boxes, this.focused) : -1;
    this.marks.show({
      boxes, top: view.top, rows: this.rowsInSight, upward, at: middle >= view.from && middle <= view.to ? middle : (view.from + view.to) / 2, nameOf: (box) => look.label(paintedBy[boxes.row[box]]),
    });
  }

  /** The frame that stands for a choice made elsewhere: the widest call of that row, else of that function. */
  private follow({ boxes, func, row, selected }: FlameInput): void {
    const current = this.focused >= 0 ? boxes.row[this.focused] : -1;
    if (current >= 0 && func[current] === selected && (row < 0 || current === row)) return;
    this.focused = row >= 0 ? widestBox(boxes, (each) => each === row) : -1;
    if (this.focused < 0 && selected >= 0) this.focused = widestBox(boxes, (each) => func[each] === selected);
    if (this.focused >= 0) this.reveal(this.focused);
  }

  private get rowsInSight(): number {
    return Math.max(1, Math.floor(this.canvas.clientHeight / (this.input?.look.rowHeight ?? 18)));
  }

  private get mostTop(): number {
    return Math.max(0, (this.input?.boxes.depth ?? 0) - this.rowsInSight);
  }

  private reveal(box: number): void {
    const { boxes } = this.input ?? {};
    if (!boxes || this.canvas.clientHeight === 0) return;
    const depth = depthOf(boxes, box);
    const { from, to, top } = this.view;
    const middle = middleOf(boxes, box);
    const shift = middle < from || middle > to ? middle - (from + to) / 2 : 0;
    // The first row in sight lies below the names of its callers.
    const nextTop = top >= 1 && depth < top + 1 ? Math.max(0, depth - 1) : depth >= top + this.rowsInSight ? depth - this.rowsInSight + 1 : top;
    if (shift === 0 && nextTop === top) return;
    this.pan(panBy(this.view, shift / (to - from), nextTop - top, this.length, this.mostTop));
  }

  /** In sight from now on, though the state comes with the next frame: wheels turn faster. */
  private pan(view: Viewport): void {
    if (this.input) this.input = { ...this.input, view };
    this.events.pan(this.whole(view));
  }

  private whole(view: Viewport): Viewport | null {
    return isWhole(view, this.length) ? null : view;
  }

  private drag(share: number, pixels: number): void {
    const rows = (pixels / (this.input?.look.rowHeight ?? 18)) * (this.input?.upward ? -1 : 1);
    this.pan(panBy(this.view, share, rows, this.length, this.mostTop));
  }

  private scrollTo(top: number): void {
    this.pan(panBy(this.view, 0, top - this.view.top, this.length, this.mostTop));
    this.request();
  }

  private choose(from: number, to: number, done: boolean): void {
    const { view } = this;
    const at = (share: number): number => view.from + share * (view.to - view.from);
    this.events.choose?.(at(Math.min(from, to)), at(Math.max(from, to)), done);
  }

  private hit(event: MouseEvent): number {
    const { left, top } = this.canvas.getBoundingClientRect();
    return this.renderer.hit(event.clientX - left, event.clientY - top);
  }

  private rowOf(box: number): number {
    return box < 0 || !this.input ? -1 : this.input.boxes.row[box];
  }

  private press(event: MouseEvent): void {
    const box = this.hit(event);
    if (box < 0) return;
    this.focused = box;
    this.events.select(this.rowOf(box), true);
    this.request();
  }

  private hover(event: PointerEvent | null): void {
    this.events.hover(event ? this.rowOf(this.hit(event)) : -1, event?.clientX ?? 0, event?.clientY ?? 0);
  }

  private openMenu(event: MouseEvent): void {
    event.preventDefault();
    const box = this.hit(event);
    if (box < 0) return;
    this.focused = box;
    this.events.select(this.rowOf(box), false);
    this.events.menu(this.rowOf(box), event.clientX, event.clientY);
  }

  private zoomTo(box: number): void {
    const { boxes } = this.input ?? {};
    if (!boxes || box < 0) return this.events.zoom(null);
    this.events.zoom(this.whole(viewOfBox(boxes, box, depthOf(boxes, box), this.rowsInSight)));
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || !this.input) return;
    const { boxes, upward } = this.input;
    const next = moveBox(boxes, this.focused, event.key, upward);
    const camera = cameraKeys.get(event.key.toLowerCase());
    if (next !== null) this.focusBox(next);
    else if (camera) this.fly(camera.factor, camera.share);
    else if (event.key === 'Enter') this.zoomToFocused();
    else if (event.key === 'Backspace') this.events.back();
    else if (event.key === '0') this.events.zoom(null);
    else if (event.key === 'ContextMenu') this.menuAtFocus();
    else if (!this.scroll(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Whether the key is one that scrolls. */
  private scroll(key: string): boolean {
    const { view: { top }, rowsInSight, mostTop } = this;
    const page = Math.max(1, rowsInSight - 2);
    const [up, down] = this.input?.upward ? ['PageDown', 'PageUp'] : ['PageUp', 'PageDown'];
    const next = new Map([['Home', 0], ['End', mostTop], [up, top - page], [down, top + page]]).get(key);
    if (next !== undefined) this.scrollTo(next);
    return next !== undefined;
  }

  private fly(factor: number, share: number): void {
    const { view } = this;
    const { boxes } = this.input ?? {};
    const middle = boxes && this.focused >= 0 ? (middleOf(boxes, this.focused) - view.from) / (view.to - view.from) : 0.5;
    const at = middle >= 0 && middle <= 1 ? middle : 0.5;
    const next = factor === 1 ? panBy(view, share, 0, this.length, this.mostTop) : zoomAt(view, at, factor, this.length);
    this.pan(next);
  }

  private focusBox(box: number): void {
    if (box < 0) return;
    this.focused = box;
    this.reveal(box);
    this.events.select(this.rowOf(box), false);
    this.request();
  }

  private menuAtFocus(): void {
    const { left, top, width } = this.root.getBoundingClientRect();
    if (this.focused >= 0) this.events.menu(this.rowOf(this.focused), left + width / 2, top + 40);
  }
}

