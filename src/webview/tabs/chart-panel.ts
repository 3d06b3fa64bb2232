import type { FlameBoxes } from '../../core/layout/view.ts';
import type { FlameView } from '../chart/flame-view.ts';
import { PicturePanel } from '../chart/picture-panel.ts';
import type { PictureTools } from '../chart/picture-panel.ts';
import { RangeShade } from '../chart/range-shade.ts';
import { TimeAxis } from '../chart/time-axis.ts';
import { element } from '../element.ts';
import { formatQuantity } from '../model/quantity.ts';
import type { Shown } from '../shell/panel.ts';
import { Latest } from '../state/latest.ts';
import type { UiState } from '../state/ui-state.ts';

/** More lanes would be too low to read; the picker shows each alone. */
const mostLanes = 16;

interface LaneView {
  readonly view: FlameView;
  readonly root: HTMLElement;
  readonly title: HTMLElement;
  readonly boxes: Latest<FlameBoxes | null>;
}

/** What ran when, one lane a thread. Dragging with Shift chooses a range of time. */
export class ChartPanel extends PicturePanel {
  override readonly root: HTMLElement;
  private readonly axis = new TimeAxis();
  private readonly shade = new RangeShade();
  private readonly list = element('div', { class: 'lanes' });
  private readonly note = element('p', { class: 'hint' });
  private lanes: readonly LaneView[] = [];

  constructor(tools: PictureTools) {
    super('chart', tools);
    this.root = element('div', { class: 'picture chart' }, this.axis.root, this.list, this.note, this.shade.root);
    new ResizeObserver(this.refresh).observe(this.root);
  }

  override canvas(): HTMLCanvasElement | null {
    return this.lanes[0]?.view.canvasElement ?? null;
  }

  protected override draw(state: UiState, shown: Shown): void {
    const ordered = shown.model.lanes.flatMap(({ ordered }, lane) => (ordered && (state.lane < 0 || state.lane === lane) ? [lane] : []));
    const listed = ordered.slice(0, mostLanes);
    this.fit(listed.length);
    this.list.classList.toggle('several', listed.length > 1);
    listed.forEach((lane, at) => this.drawLane(this.lanes[at], lane, state, shown));
    this.say(ordered.length, listed.length);
    const view = this.lanes[0]?.view.view;
    if (!view) return;
    this.axis.show(view.from, view.to, (value) => formatQuantity(value, shown.model.unit));
    this.shade.show(state.range, view);
  }

  private say(ordered: number, listed: number): void {
    this.note.hidden = ordered > 0 && ordered === listed;
    this.note.textContent = ordered === 0
      ? 'This profile has no order of time: there are sums, but nobody knows what ran when. The other views show them.'
      : `${listed} of ${ordered} threads are shown. Choose one above to see it alone.`;
  }

  private drawLane({ view, boxes, title, root }: LaneView, lane: number, state: UiState, shown: Shown): void {
    const { engine, model } = shown;
    title.textContent = model.lanes[lane].label;
    const laid = boxes.of([shown.view, lane], () => engine.chart(lane), this.refresh, this.tools.actions.fail);
    if (!laid) return;
    root.style.setProperty('--rows', String(laid.depth));
    view.show({ ...this.input(state, shown, shown.view.tree, laid), length: model.end });
  }

  private fit(count: number): void {
    if (this.lanes.length === count) return;
    this.lanes = Array.from({ length: count }, () => this.makeLane());
    this.list.replaceChildren(...this.lanes.map(({ root }) => root));
  }

  private makeLane(): LaneView {
    const title = element('h2');
    const view = this.makeView('Flame chart over time: arrow keys move between frames, Enter zooms', () => this.latest?.shown.view.tree ?? null, (from, to, done) => this.choose(from, to, done));
    return { view, title, root: element('section', { class: 'lane' }, title, view.root), boxes: new Latest() };
  }

  private choose(from: number, to: number, done: boolean): void {
    this.shade.show([from, to], this.lanes[0].view.view);
    if (done) this.tools.actions.dispatch({ kind: 'range', range: [from, to] });
  }
}
