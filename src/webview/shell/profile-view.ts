import { Compared } from '../compare/compared.ts';
import type { DifferenceView, Engine, ScopeView } from '../../protocol/engine.ts';
import type { ProfileFacts } from '../../protocol/profile-page.ts';
import type { PageHost } from '../bridge/page-host.ts';
import type { MakeRenderer } from '../chart/picture-panel.ts';
import { watchEngine } from '../engine/watch-engine.ts';
import { Help } from '../keys/help.ts';
import type { ProfileModel } from '../model/profile-model.ts';
import { findMatches } from '../search/find-matches.ts';
import type { Matches } from '../search/find-matches.ts';
import { Activity } from '../state/activity.ts';
import { isSameScope, scopeOf } from '../state/scope-of.ts';
import { Store } from '../state/store.ts';
import { fitTab } from '../state/ui-state.ts';
import type { UiState } from '../state/ui-state.ts';
import { paintFunctions } from '../theme/paint-functions.ts';
import type { Paint } from '../theme/paint-functions.ts';
import { readTheme } from '../theme/read-theme.ts';
import type { Theme } from '../theme/theme.ts';
import type { Commands } from './commands.ts';
import { Frame } from './frame.ts';
import type { Opening, Shown } from './shown.ts';

export interface Opened {
  readonly model: ProfileModel;
  readonly engine: Engine;
  readonly facts: ProfileFacts;
}

/** One profile in the page: asks the engine for what the state needs and shows both, once a frame. */
export class ProfileView {
  readonly root: HTMLElement;
  readonly store: Store;
  readonly commands: Commands;
  private readonly opened: Opened;
  private readonly frame: Frame;
  /** Says of the views that they are not what the state asks for yet. */
  private readonly activity = new Activity((busy) => this.frame.setBusy(busy));
  private facts: ProfileFacts;
  /** Of the scope of the state it was asked for. */
  private view: { readonly scope: ScopeView; readonly asked: UiState } | null = null;
  private difference: DifferenceView | null = null;
  private comparison: { readonly key: readonly unknown[]; readonly compared: Compared | null } | null = null;
  private theme: Theme = readTheme(document);
  private painted: { readonly key: readonly unknown[]; readonly paint: Paint } | null = null;
  private found: { readonly key: readonly unknown[]; readonly result: Matches | null | string } | null = null;
  private waiting = false;

  constructor(opened: Opened, state: UiState, host: PageHost, makeRenderer: MakeRenderer) {
    this.opened = { ...opened, engine: watchEngine(opened.engine, this.activity) };
    this.facts = opened.facts;
    const isComparison = opened.model.compared !== null;
    this.store = new Store(fitTab(state, isComparison, opened.model.lanes.some(({ ordered }) => ordered)));
    const help = new Help(isComparison);
    this.frame = new Frame({ host, makeRenderer, help, store: this.store, model: opened.model, shown: () => this.shown() });
    this.commands = this.frame.commands;
    this.root = this.frame.root;
    this.store.listen((before) => {
      if (!isSameScope(before, this.store.state)) this.ask();
      this.request();
    });
    // The scope of the engine is everything until it is told another one. Its first answer is the picture, the sums come behind it.
    if (state.lane < 0 && state.transforms.length === 0) this.frame.showOpening(this.store.state, this.opening());
    this.ask();
  }

  /** Other words about the same profile: it became stale, its file changed. */
  showFacts(facts: ProfileFacts, changed: boolean): void {
    this.facts = facts;
    this.frame.offerReload(changed);
    this.request();
  }

  select(func: number): void {
    this.store.dispatch({ kind: 'select', func });
  }

  takeTheme(): void {
    this.theme = readTheme(document);
    this.request();
  }

  private ask(): void {
    this.askScope().then((asked) => {
      if (!asked) return;
      this.view = asked;
      this.difference = asked.difference;
      this.request();
    }, this.frame.fail);
  }

  /** Of two runs, what is shown beside the difference is the later one. `null` when another scope is asked for by now. */
  private async askScope(): Promise<{ readonly scope: ScopeView; readonly asked: UiState; readonly difference: DifferenceView | null } | null> {
    const { engine, model: { compared } } = this.opened;
    const asked = this.store.state;
    const scope = await engine.setScope(scopeOf(asked));
    if (!scope || !compared) return scope && { scope, asked, difference: null };
    const difference = await engine.difference(compared.beforeLanes);
    return asked.transforms === this.store.state.transforms ? { scope: difference.after, asked, difference } : null;
  }

  private request(): void {
    if (this.waiting) return;
    this.waiting = true;
    this.activity.begin();
    requestAnimationFrame(() => {
      this.waiting = false;
      try {
        this.show();
      } catch (error) {
        this.frame.fail(error);
      } finally {
        this.activity.end();
      }
    });
  }

  private show(): void {
    const shown = this.shown();
    if (shown) this.frame.show(this.store.state, shown, typeof this.found?.result === 'string' ? this.found.result : '');
  }

  private shown(): Shown | null {
    const { view } = this;
    return view && { ...this.opening(), view: view.scope, asked: view.asked, compared: this.compared(), matches: this.matches(view.scope) };
  }

  private opening(): Opening {
    const { theme, facts } = this;
    const { model, engine } = this.opened;
    return { model, engine, facts, theme, paint: this.paint() };
  }

  private compared(): Compared | null {
    const { difference, store: { state: { measure } } } = this;
    const key = [difference, measure];
    if (!this.comparison || key.some((part, index) => part !== this.comparison?.key[index])) {
      this.comparison = { key, compared: difference && new Compared(difference, this.opened.model, measure) };
    }
    return this.comparison.compared;
  }

  private paint(): Paint {
    const key = [this.theme, this.store.state.colorBy];
    if (!this.painted || key.some((part, index) => part !== this.painted?.key[index])) {
      this.painted = { key, paint: paintFunctions(this.opened.model, this.theme, this.store.state.colorBy) };
    }
    return this.painted.paint;
  }

  private matches(view: ScopeView): Matches | null {
    const key = [view, this.store.state.query];
    if (!this.found || key.some((part, index) => part !== this.found?.key[index])) {
      this.found = { key, result: findMatches(this.store.state.query, this.opened.model, view.tree, view.functions) };
    }
    return typeof this.found.result === 'string' ? null : this.found.result;
  }
}
