import type { PageHost } from '../bridge/page-host.ts';
import { PicturePanel } from '../chart/picture-panel.ts';
import type { MakeRenderer, PictureTools } from '../chart/picture-panel.ts';
import { ChangesPanel } from '../compare/changes-panel.ts';
import { describeCompared } from '../compare/describe-compared.ts';
import { DifferentialPanel } from '../compare/differential-panel.ts';
import { VanishedPanel } from '../compare/vanished-panel.ts';
import { element } from '../element.ts';
import type { Help } from '../keys/help.ts';
import { Minimap } from '../minimap/minimap.ts';
import type { ProfileModel } from '../model/profile-model.ts';
import { SearchBox } from '../search/search-box.ts';
import { Latest } from '../state/latest.ts';
import type { Store } from '../state/store.ts';
import { tabsOf } from '../state/ui-state.ts';
import type { Tab, UiState } from '../state/ui-state.ts';
import { BottomUpPanel } from '../tabs/bottom-up-panel.ts';
import { ChartPanel } from '../tabs/chart-panel.ts';
import { FunctionsPanel } from '../tabs/functions-panel.ts';
import { LeftHeavyPanel } from '../tabs/left-heavy-panel.ts';
import { SandwichPanel } from '../tabs/sandwich-panel.ts';
import { SourcePanel } from '../tabs/source-panel.ts';
import { TabBar } from '../tabs/tab-bar.ts';
import { tabTitles } from '../tabs/tab-titles.ts';
import { TopDownPanel } from '../tabs/top-down-panel.ts';
import { Toolbar } from '../toolbar/toolbar.ts';
import { Commands } from './commands.ts';
import { describeFrame, readOut } from './describe-frame.ts';
import type { FrameDetail } from './describe-frame.ts';
import { DetailBar } from './detail-bar.ts';
import { Header } from './header.ts';
import { Headline } from './headline.ts';
import { listExports } from './list-exports.ts';
import { Menu } from './menu.ts';
import type { Panel } from './panel.ts';
import type { Opening, PageActions, Shown } from './shown.ts';
import { Tooltip } from './tooltip.ts';
import { Trail } from './trail.ts';

export interface FrameParts {
  readonly host: PageHost;
  readonly makeRenderer: MakeRenderer;
  readonly help: Help;
  readonly store: Store;
  readonly model: ProfileModel;
  readonly shown: () => Shown | null;
}

const panelId = 'view';

/** Everything around the views, and the views: builds the parts once and shows them the state. */
export class Frame {
  readonly root: HTMLElement;
  readonly commands: Commands;
  private readonly parts: FrameParts;
  private readonly panels: Readonly<Record<Tab, Panel>>;
  private readonly chart: ChartPanel;
  private readonly around: readonly Panel[];
  /** What of it needs no sums. */
  private readonly above: readonly { show(state: UiState, opening: Opening): void }[];
  private readonly tabs: TabBar;
  private readonly search: SearchBox;
  private readonly tooltip = new Tooltip();
  private readonly details = new Latest<FrameDetail>();
  /** Shows what the pointer rests on anew; `null` when on nothing. */
  private pointed: (() => void) | null = null;
  private readonly live = element('div', { class: 'readout', 'aria-live': 'polite', role: 'status' });
  private readonly holder = element('div', { id: panelId, role: 'tabpanel', class: 'view', tabindex: '-1' });
  private readonly nothing = element('p', { class: 'nothing hint', hidden: '' }, 'Nothing is left to show. Take back the range or a change of the stacks in the line above.');
  private readonly reload = element('button', { type: 'button', class: 'reload', hidden: '' }, 'The file has changed: reload');
  private readonly failure = element('p', { class: 'failure', role: 'alert', hidden: '' });
  private readOut: readonly unknown[] = [];
  private tab: Tab | null = null;

  constructor(parts: FrameParts) {
    this.parts = parts;
    const { store, host, help } = parts;
    const menu = new Menu('Actions');
    const actions: PageActions = {
      dispatch: store.dispatch,
      open: (func, line) => this.open(func, line, false),
      menu: (func, row, x, y) => menu.show(this.commands.menuFor(func, row), x, y),
      say: (line) => this.say(line),
      fail: this.fail,
    };
    this.search = new SearchBox(actions);
    const tools: PictureTools = { actions, makeRenderer: parts.makeRenderer, hover: (func, row, x, y) => this.hover(func, row, x, y) };
    this.chart = new ChartPanel(tools);
    this.panels = this.makePanels(actions, tools);
    this.tabs = new TabBar(actions, panelId, tabsOf(parts.model.compared !== null));
    this.commands = new Commands({ store, shown: parts.shown, open: (func) => this.open(func, 0, true), copy: (text) => this.copied(host.copy(text)), copyLink: host.isEditor && !parts.model.compared ? (func) => this.copied(host.copyLink(parts.model.revision, func)) : null, search: this.search, help: () => help.open(), menu });
    const toolbar = new Toolbar(actions, menu, { help: () => help.open(), exports: listExports(host, parts.model.compared !== null, () => this.canvas(), this.fail) });
    const [header, headline, minimap, trail, detail] = [new Header(actions, this.search.root), new Headline(actions), new Minimap(actions), new Trail(actions), new DetailBar(actions)];
    this.above = [header, headline, toolbar];
    this.around = [header, headline, minimap, toolbar, trail, detail];
    this.reload.addEventListener('click', () => void host.reload());
    this.root = element('main', { class: 'page' }, header.root, this.reload, headline.root, minimap.root,
      element('div', { class: 'bar' }, this.tabs.root, toolbar.root), trail.root, this.failure, this.holder, detail.root, this.live, this.tooltip.root, menu.root, help.root);
  }

  /** The chart as soon as the columns are there, and the words above it, so that nothing moves when the sums come. */
  showOpening(state: UiState, opening: Opening): void {
    if (state.tab !== 'chart') return;
    this.chart.showOpening(state, opening);
    for (const part of this.above) part.show(state, opening);
    this.switchTo(state.tab);
  }

  show(state: UiState, shown: Shown, searchProblem: string): void {
    for (const part of this.around) part.show(state, shown);
    this.search.show(state, shown, searchProblem);
    const hadFocus = this.holder.contains(document.activeElement);
    this.switchTo(state.tab);
    this.panels[state.tab].show(state, shown);
    if (hadFocus) this.keepFocus();
    this.nothing.hidden = shown.compared !== null || shown.view.functions.all > 0 || sumsEverything(state);
    this.read(state, shown);
  }

  setBusy(busy: boolean): void {
    this.holder.setAttribute('aria-busy', String(busy));
  }

  offerReload(changed: boolean): void {
    this.reload.hidden = !changed;
  }

  readonly fail = (error: unknown): void => {
    this.failure.textContent = error instanceof Error ? error.message : String(error);
    this.failure.hidden = false;
  };

  private makePanels(actions: PageActions, tools: PictureTools): Readonly<Record<Tab, Panel>> {
    const { host, model } = this.parts;
    return {
      chart: this.chart,
      'left-heavy': new LeftHeavyPanel(tools),
      sandwich: new SandwichPanel(tools),
      'top-down': new TopDownPanel(actions),
      'bottom-up': new BottomUpPanel(actions),
      functions: new FunctionsPanel(actions),
      source: new SourcePanel(actions, (func) => host.source(model.revision, func)),
      differential: new DifferentialPanel(tools),
      changes: new ChangesPanel(actions),
      vanished: new VanishedPanel(tools),
    };
  }

  private switchTo(tab: Tab): void {
    this.tabs.show(tab);
    if (tab === this.tab) return;
    this.tab = tab;
    this.pointed = null;
    this.tooltip.hide();
    this.holder.setAttribute('aria-label', tabTitles[tab]);
    this.holder.replaceChildren(this.panels[tab].root, this.nothing);
  }

  /** Who walked by keys in a view that went goes on in the one that came; one with nothing to walk in keeps the place for the next. */
  private keepFocus(): void {
    const { activeElement } = document;
    if (activeElement !== this.holder && this.holder.contains(activeElement) && activeElement?.checkVisibility()) return;
    const stops = [...this.holder.querySelectorAll<HTMLElement>('[tabindex="0"]')];
    (stops.find((stop) => stop.checkVisibility()) ?? this.holder).focus();
  }

  private hover(func: number, row: number, x: number, y: number): void {
    const shown = this.parts.shown();
    this.pointed = null;
    if (func < 0 || !shown) this.tooltip.hide();
    else if (shown.compared) this.tooltip.show([shown.view, shown.compared, func, row], describeCompared(shown, shown.compared, func, row), x, y);
    else this.describe(shown, func, row, x, y);
  }

  /** The words come from the engine a moment after the pointer: they are shown where it is by then, if it is still there. */
  private describe(shown: Shown, func: number, row: number, x: number, y: number): void {
    const { engine, view } = shown;
    const ask = async (): Promise<FrameDetail> => {
      const [lines, evenSamples] = await Promise.all([engine.lines(func), engine.samples()]);
      return { lines, evenSamples };
    };
    this.pointed = () => this.describe(shown, func, row, x, y);
    const detail = this.details.of([view, func], ask, () => this.pointed?.(), this.fail);
    if (detail) this.tooltip.show([view, func, row, detail], describeFrame(shown, func, row, detail), x, y);
  }

  private read(state: UiState, shown: Shown): void {
    if (this.takeChoice(state, shown)) this.live.textContent = state.selected < 0 ? '' : readOut(shown, state.selected, state.row);
  }

  /** An answer to what was just done: a choice of the same moment, whose frame is still to come, is not read over it. */
  private say(line: string): void {
    const { store, shown } = this.parts;
    const now = shown();
    if (now) this.takeChoice(store.state, now);
    this.live.textContent = line;
  }

  /** Whether the choice is another one than last time. */
  private takeChoice({ selected, row }: UiState, { view, compared }: Shown): boolean {
    const key = [selected, row, view, compared];
    const isNew = key.some((part, index) => part !== this.readOut[index]);
    this.readOut = key;
    return isNew;
  }

  private open(func: number, line: number, focus: boolean): void {
    const { host, model } = this.parts;
    if (host.isEditor && model.isOpenable(func)) host.open(model.revision, func, line, focus).catch(this.fail);
    else if (!host.isEditor && focus) this.say('There is no editor here: open the file yourself.');
  }

  private copied(done: Promise<void>): void {
    done.then(() => this.say('Copied'), this.fail);
  }

  private canvas(): HTMLCanvasElement | null {
    const panel = this.tab && this.panels[this.tab];
    return panel instanceof PicturePanel ? panel.canvas() : null;
  }
}

/** Nothing was narrowed: a profile without time says so itself. */
const sumsEverything = ({ range, transforms }: UiState): boolean => range === null && transforms.length === 0;
