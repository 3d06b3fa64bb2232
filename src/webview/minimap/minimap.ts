import type { Overview } from '../../core/layout/view.ts';
import { element } from '../element.ts';
import { formatQuantity } from '../model/quantity.ts';
import type { Panel } from '../shell/panel.ts';
import type { PageActions, Shown } from '../shell/shown.ts';
import { Latest } from '../state/latest.ts';
import type { Range, UiState } from '../state/ui-state.ts';
import { drawOverview } from './draw-overview.ts';

const steps = 2000;
/** Of the axis, by one press of an arrow key. */
const keyStep = 0.02;
const shortest = 0.001;
/** px; a hand that moves less has clicked. */
const slack = 4;

/** The whole run in one line: what of it is in sight, and the range of time everything is added up over. */
export class Minimap implements Panel {
  readonly root: HTMLElement;
  private readonly actions: PageActions;
  private readonly canvas = element('canvas', { 'aria-hidden': 'true' });
  private readonly window = element('div', { class: 'window', hidden: '' });
  private readonly chosen = element('div', { class: 'chosen', hidden: '' });
  private readonly handles: readonly HTMLElement[];
  private readonly overview = new Latest<Overview>();
  private length = 0;
  private drawn: readonly unknown[] = [];
  private latest: { readonly state: UiState; readonly shown: Shown } | null = null;

  constructor(actions: PageActions) {
    this.actions = actions;
    this.handles = [this.handle('Beginning of the range', 0), this.handle('End of the range', 1)];
    const strip = element('div', { class: 'strip', title: 'Height: how deep the calls are. Colours: whose code ran. Drag to choose a range of time.' }, this.canvas, this.window, this.chosen, ...this.handles);
    this.root = element('section', { class: 'minimap', 'aria-label': 'Range of time' }, strip);
    this.listen(strip);
    new ResizeObserver(() => this.refresh(true)).observe(strip);
  }

  show(state: UiState, shown: Shown): void {
    this.root.hidden = shown.model.compared !== null;
    if (this.root.hidden) return;
    this.latest = { state, shown };
    const overview = this.overview.of([shown.model, state.lane, state.transforms], () => shown.engine.overview(steps), () => this.refresh(false), this.actions.fail);
    this.root.hidden = !shown.model.lanes.some(({ ordered }) => ordered);
    if (!overview) return;
    this.length = overview.length;
    this.draw(overview, shown);
    this.place(state, shown);
  }

  private refresh(again: boolean): void {
    if (again) this.drawn = [];
    if (this.latest) this.show(this.latest.state, this.latest.shown);
  }

  private draw(overview: Overview, { theme }: Shown): void {
    const key = [overview, theme];
    if (key.every((part, index) => part === this.drawn[index])) return;
    this.drawn = key;
    drawOverview(this.canvas, overview, theme);
  }

  private place({ range, zoom, tab }: UiState, { model }: Shown): void {
    const seen = tab === 'chart' ? zoom.chart.now : null;
    span(this.window, seen && [seen.from, seen.to], this.length);
    span(this.chosen, range, this.length);
    const ends = range ?? [0, this.length];
    this.handles.forEach((handle, end) => {
      const share = this.length > 0 ? ends[end] / this.length : end;
      handle.style.left = `${share * 100}%`;
      handle.setAttribute('aria-valuenow', (share * 100).toFixed(1));
      handle.setAttribute('aria-valuetext', formatQuantity(ends[end], model.unit));
    });
  }

  private handle(label: string, end: 0 | 1): HTMLElement {
    const handle = element('div', { class: 'handle', role: 'slider', tabindex: '0', 'aria-label': label, 'aria-valuemin': '0', 'aria-valuemax': '100', 'aria-valuenow': String(end * 100) });
    handle.addEventListener('keydown', (event) => {
      const step = { ArrowLeft: -keyStep, ArrowRight: keyStep, ArrowDown: -keyStep, ArrowUp: keyStep }[event.key];
      if (step === undefined || !this.latest) return;
      event.preventDefault();
      event.stopPropagation();
      const [from, to] = this.latest.state.range ?? [0, this.length];
      const moved = (end === 0 ? from : to) + step * this.length;
      this.choose(end === 0 ? [Math.min(moved, to - shortest * this.length), to] : [from, Math.max(moved, from + shortest * this.length)]);
    });
    return handle;
  }

  private choose([from, to]: Range): void {
    const range: Range = [Math.max(0, from), Math.min(this.length, to)];
    const isAll = range[0] <= 0 && range[1] >= this.length;
    if (range[1] <= range[0] || !this.latest) return;
    const next = isAll ? null : range;
    // The state comes with the next frame, the next press of a key may come before.
    this.latest = { ...this.latest, state: { ...this.latest.state, range: next } };
    this.actions.dispatch({ kind: 'range', range: next });
  }

  private listen(strip: HTMLElement): void {
    const shareAt = (event: PointerEvent): number => {
      const { left, width } = strip.getBoundingClientRect();
      return Math.max(0, Math.min(1, (event.clientX - left) / Math.max(1, width)));
    };
    let from: number | null = null;
    let pressedAt = 0;
    const rangeTo = (event: PointerEvent, start: number): Range => [Math.min(start, shareAt(event)) * this.length, Math.max(start, shareAt(event)) * this.length];
    strip.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      strip.setPointerCapture(event.pointerId);
      pressedAt = event.clientX;
      from = this.startOf(event, shareAt(event));
    });
    strip.addEventListener('pointermove', (event) => {
      if (from !== null) span(this.chosen, rangeTo(event, from), this.length);
    });
    strip.addEventListener('pointerup', (event) => {
      const start = from;
      from = null;
      if (start === null) return;
      const range = rangeTo(event, start);
      if (Math.abs(event.clientX - pressedAt) >= slack && range[1] - range[0] >= shortest * this.length) this.choose(range);
      else this.refresh(false);
    });
  }

  /** A drag at a handle keeps the other end. */
  private startOf({ target }: PointerEvent, share: number): number {
    const held = this.handles.findIndex((handle) => handle === target);
    const range = this.latest?.state.range ?? [0, this.length];
    return held < 0 || this.length <= 0 ? share : range[1 - held] / this.length;
  }
}

function span(box: HTMLElement, range: Range | null, length: number): void {
  box.hidden = range === null || length <= 0;
  if (!range || length <= 0) return;
  box.style.left = `${(range[0] / length) * 100}%`;
  box.style.width = `${((range[1] - range[0]) / length) * 100}%`;
}
