import type { PageView } from '../../protocol/profile-page.ts';
import type { PageHost } from '../bridge/page-host.ts';
import { element } from '../element.ts';
import type { ConnectedEngine } from '../engine/connect-engine.ts';
import { startEngine } from '../engine/start-engine.ts';
import { makeRenderer } from '../flame/make-renderer.ts';
import type { Command } from '../keys/bindings.ts';
import { ProfileModel } from '../model/profile-model.ts';
import { restoreState, saveState } from '../state/saved-state.ts';
import { ProfileView } from './profile-view.ts';
import { drawLoading, drawState } from './states.ts';

type ProfileShown = Extract<PageView, { readonly kind: 'profile' }>;

/** ms after the last change; while the wheel turns nothing is kept. */
const saveDelay = 150;

/** The document: shows a state without a profile, or a profile with its engine. */
export class Page {
  private readonly host: PageHost;
  private readonly ownScript: Promise<string>;
  private shown: { readonly revision: number; readonly view: ProfileView; readonly engine: ConnectedEngine } | null = null;
  private latest: PageView = { kind: 'empty' };
  /** Started while the columns are on their way: the worker needs some time to read its script. */
  private started: Promise<ConnectedEngine> | null = null;
  private saving = 0;

  constructor(host: PageHost, ownScript: Promise<string>) {
    this.host = host;
    this.ownScript = ownScript;
  }

  show(view: PageView): void {
    this.latest = view;
    // Whoever needs it hears of a failure.
    if (view.kind === 'loading') this.start().catch(() => undefined);
    if (view.kind !== 'profile') {
      this.close();
      document.body.replaceChildren(drawState(view, this.host));
    } else if (this.shown?.revision === view.revision) this.update(view, this.shown.view);
    else this.open(view).catch(this.fail);
  }

  private start(): Promise<ConnectedEngine> {
    this.started ??= this.ownScript.then(startEngine);
    return this.started;
  }

  showProgress(bytes: number, total: number): void {
    if (this.latest.kind === 'loading') this.show({ ...this.latest, bytes, total });
  }

  select(revision: number, func: number): void {
    if (this.shown?.revision === revision) this.shown.view.select(func);
  }

  run(command: Command): boolean {
    return this.shown?.view.commands.run(command) ?? false;
  }

  takeTheme(): void {
    this.shown?.view.takeTheme();
  }

  readonly fail = (error: unknown): void => {
    document.body.append(element('p', { class: 'failure', role: 'alert' }, error instanceof Error ? error.message : String(error)));
  };

  private async open(view: ProfileShown): Promise<void> {
    if (!this.shown) document.body.replaceChildren(drawLoading(view.facts.title, 0, 0, null));
    const [columns, engine] = await Promise.all([this.host.columns(view.revision), this.start()]);
    if (this.latest !== view) return;
    const model = new ProfileModel(columns);
    this.started = null;
    // What is asked for behind it is answered behind it.
    engine.open(columns.data).catch(this.fail);
    this.close();
    const state = restoreState(this.host.saved(), model.fingerprint);
    const profile = new ProfileView({ model, engine, facts: view.facts }, state, this.host, makeRenderer);
    profile.store.listen(() => this.save(model, profile));
    this.shown = { revision: view.revision, view: profile, engine };
    document.body.replaceChildren(profile.root);
    this.update(view, profile);
  }

  private update({ facts, selected, changed }: ProfileShown, view: ProfileView): void {
    view.showFacts(facts, changed);
    if (selected >= 0) view.select(selected);
  }

  private close(): void {
    this.shown?.engine.dispose('Another profile is shown.');
    this.shown = null;
  }

  private save(model: ProfileModel, { store }: ProfileView): void {
    clearTimeout(this.saving);
    this.saving = setTimeout(() => this.host.save(saveState(model.fingerprint, store.state)), saveDelay);
  }
}
