import type { ChartView } from '../../protocol/engine.ts';
import type { FlameInput, FlameView } from '../chart/flame-view.ts';
import { PicturePanel } from '../chart/picture-panel.ts';
import type { PictureTools } from '../chart/picture-panel.ts';
import { RangeShade } from '../chart/range-shade.ts';
import { TimeAxis } from '../chart/time-axis.ts';
import { element } from '../element.ts';
import { formatQuantity } from '../model/quantity.ts';
import type { Opening, Shown } from '../shell/shown.ts';
import { Latest } from '../state/latest.ts';
import type { UiState } from '../state/ui-state.ts';

/** More lanes would be too low to read; the picker shows each alone. */
const mostLanes = 16;

interface LaneView {
  readonly view: FlameView;
  readonly root: HTMLElement;
  readonly title: HTMLElement;
  readonly boxes: Latest<ChartView | null>;
}

/** What ran when, one lane a thread. Dragging with Shift chooses a range of time. */
export class ChartPanel extends PicturePanel {
  override readonly root: HTMLElement;
  private readonly axis = new TimeAxis();
  private readonly shade = new RangeShade();
  private readonly list = element('div', { class: 'lanes' });
  private readonly note = element('p', { class: 'hint' });
  private lanes: readonly LaneView[] = [];
  /** Before there is anything to show. */
  private opening: { readonly state: UiState; readonly opening: Opening } | null = null;

  constructor(tools: PictureTools) {
    super('chart', tools);
    this.root = element('div', { class: 'picture chart' }, this.axis.root, this.list, this.note, this.shade.root);
    new ResizeObserver(this.redraw).observe(this.root);
  }

  /** The picture alone, as soon as its boxes are there; what it says and marks comes with the sums. */
  showOpening(state: UiState, opening: Opening): void {
    this.opening = { state, opening };
    this.drawLanes(state, opening, state, (laid) => this.plainInput(state, opening, laid));
  }

  override canvas(): HTMLCanvasElement | null {
    return this.lanes[0]?.view.canvasElement ?? null;
  }

  protected override draw(state: UiState, shown: Shown): void {
    this.drawLanes(state, shown, shown.asked, ({ boxes }) => this.input(state, shown, shown.view.tree, boxes));
  }

  private readonly redraw = (): void => {
    if (this.latest) this.refresh();
    else if (this.opening) this.showOpening(this.opening.state, this.opening.opening);
  };

  private plainInput({ upward, zoom }: UiState, opening: Opening, { boxes, func }: ChartView): FlameInput {
    return { boxes, func, upward, emphasis: new Uint8Array(opening.model.functions.length), look: this.looks.look(opening), view: zoom.chart.now, row: -1, selected: -1 };
  }

  /** @param asked the state that the engine knows the scope of */
  private drawLanes(state: UiState, opening: Opening, asked: UiState, inputOf: (laid: ChartView) => FlameInput): void {
    const { model } = opening;
    const ordered = model.lanes.flatMap(({ ordered }, lane) => (ordered && (state.lane < 0 || state.lane === lane) ? [lane] : []));
    const listed = ordered.slice(0, mostLanes);
    this.fit(listed.length);
    this.list.classList.toggle('several', listed.length > 1);
    listed.forEach((lane, at) => this.drawLane(this.lanes[at], lane, opening, asked, inputOf));
    this.say(ordered.length, listed.length);
    const view = this.lanes[0]?.view.view;
    if (!view) return;
    this.axis.show(view.from, view.to, (value) => formatQuantity(value, model.unit));
    this.shade.show(state.range, view);
  }

  private say(ordered: number, listed: number): void {
    this.list.hidden = this.axis.root.hidden = listed === 0;
    this.note.hidden = ordered > 0 && ordered === listed;
    this.note.textContent = ordered === 0
      ? 'This profile has no order of time: there are sums, but nobody knows what ran when. The other views show them.'
      : `${listed} of ${ordered} threads are shown. Choose one above to see it alone.`;
  }

  private drawLane({ view, boxes, title, root }: LaneView, lane: number, { engine, model }: Opening, asked: UiState, inputOf: (laid: ChartView) => FlameInput): void {
    title.textContent = model.lanes[lane].label;
    const laid = boxes.of([asked.lane, asked.transforms, lane], () => engine.chart(lane), this.redraw, this.tools.actions.fail);
    if (!laid) return;
    root.style.setProperty('--rows', String(laid.boxes.depth));
    view.show({ ...inputOf(laid), length: model.end });
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
