import * as vscode from 'vscode';
import { describeProfile, titleOf } from '../../session/index.ts';
import type { OpenedFlame } from '../../session/index.ts';
import { visibleText } from '../../core/report/visible-text.ts';
import type { PageDeeds } from '../../protocol/hear-page.ts';
import { profilePageMethods } from '../../protocol/profile-page.ts';
import type { FunctionPlace, PageView, ProfileColumns, SourceText } from '../../protocol/profile-page.ts';
import type { MeasuredDocuments } from '../decorations/measured-documents.ts';
import { describeRun } from '../hovers/describe-run.ts';
import { commands } from '../ids.ts';
import { isOpenablePath } from '../is-openable-path.ts';
import { writeProfileLink } from '../links/find-profile-links.ts';
import { openPlace } from '../open-place.ts';
import { placeOf } from '../trees/place-of.ts';
import { columnBeside } from './column-beside.ts';
import { openDropped } from './open-dropped.ts';
import { ownColumns } from './own-columns.ts';
import { PageWire } from './page-wire.ts';
import { ProfileReading } from './profile-reading.ts';
import type { ReadProfile } from './profile-reading.ts';
import type { ProfileRows } from './profile-rows.ts';
import type { ProfileSource } from './profile-source.ts';
import { readSourceText } from './read-source-text.ts';
import { savePicture } from './save-picture.ts';

export interface PageServices {
  readonly extensionUri: vscode.Uri;
  readonly globalStorageUri: vscode.Uri;
  readonly documents: MeasuredDocuments;
  readonly log: vscode.LogOutputChannel;
}

/** One viewer in one tab, beside the code or as an editor of its own. The page can be rebuilt from it at any time. */
export class ProfilePage implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  private readonly source: ProfileSource;
  private readonly services: PageServices;
  private readonly reading: ProfileReading;
  private readonly wire: PageWire;
  private readonly listeners: readonly vscode.Disposable[];
  /** What to select once a page takes it; the page keeps its own selection otherwise. */
  private wanted: ((rows: ProfileRows) => number) | null = null;
  /** The row the page opened last: the cursor that then moves says nothing new. */
  private opened = -1;
  private changed = false;

  constructor(panel: vscode.WebviewPanel, source: ProfileSource, services: PageServices) {
    this.panel = panel;
    this.source = source;
    this.services = services;
    this.reading = new ProfileReading(source, services.log);
    this.listeners = [
      this.reading.onDidChange(() => this.show()),
      this.reading.onDidProgress((progress) => this.wire.say(profilePageMethods.progress, progress)),
      source.onDidChangePath(() => this.follow()),
      source.onDidChangeContent(() => this.offerReload()),
    ];
    this.wire = new PageWire(panel, services.extensionUri, this.deeds());
    if (panel.visible) this.reading.ensure();
  }

  /** What is shown, for commands and tests. */
  get profile(): ReadProfile | null {
    return this.reading.profile;
  }

  /** The sentence of the failed state, empty in any other. */
  get failure(): string {
    const state = this.reading.current;
    return state.kind === 'failed' ? state.message : '';
  }

  /** The file on disk is another one than the page shows. */
  get isOutdated(): boolean {
    return this.changed;
  }

  /** The profile as soon as it has been read; `null` when it could not be. */
  whenRead(): Promise<OpenedFlame | null> {
    return this.reading.settled();
  }

  /** Selects the row of a function, now or once the profile is there; -1 selects nothing. */
  select(find: (rows: ProfileRows) => number): void {
    this.wanted = find;
    const { profile } = this.reading;
    if (!profile || !this.wire.isLive) return;
    const func = this.takeWanted(profile);
    if (func >= 0 && func !== this.opened) this.wire.say(profilePageMethods.select, { revision: profile.revision, func, line: 0 });
    this.opened = -1;
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.wire.dispose();
    this.reading.dispose();
    this.source.dispose();
  }

  private deeds(): PageDeeds {
    return {
      ready: () => this.ready(),
      columns: (of) => this.columns(of),
      cancel: () => this.reading.cancel(),
      reload: () => this.reload(),
      openFunction: (place) => this.openFunction(place),
      source: (place) => this.sourceText(place),
      copy: (text) => vscode.env.clipboard.writeText(text),
      copyLink: (place) => this.copyLink(place),
      exportProfile: (format) => vscode.commands.executeCommand(commands.exportProfile, format),
      savePicture: (png) => this.savePicture(png),
      openFile: () => vscode.commands.executeCommand(commands.openProfile),
      drop: (file) => openDropped(file, this.services.globalStorageUri, this.panel.viewColumn),
    };
  }

  private ready(): PageView {
    this.reading.ensure();
    return this.view();
  }

  private view(): PageView {
    const state = this.reading.current;
    const title = titleOf({ path: this.source.path, manifest: null });
    if (state.kind === 'empty') return { kind: 'empty' };
    if (state.kind === 'loading') return { kind: 'loading', title, ...state.progress };
    if (state.kind === 'failed') return { kind: 'failed', title, message: state.message };
    const facts = describeProfile(state.opened, state.rows, (file) => vscode.workspace.asRelativePath(file), describeRun(state.opened, Date.now(), (text) => visibleText(text, 200)));
    return { kind: 'profile', revision: state.revision, facts, selected: this.takeWanted(state), changed: this.changed };
  }

  private takeWanted({ rows }: ReadProfile): number {
    const row = this.wanted?.(rows) ?? -1;
    this.wanted = null;
    return row;
  }

  private show(): void {
    if (this.wire.isLive) this.wire.say(profilePageMethods.show, this.view());
  }

  private follow(): void {
    this.changed = false;
    if (this.panel.visible) this.reading.ensure();
  }

  private offerReload(): void {
    this.changed = true;
    if (this.reading.profile) this.show();
    else if (this.panel.visible) this.reload();
  }

  private reload(): void {
    this.changed = false;
    this.reading.restart();
  }

  private columns(of: { readonly revision: number }): ProfileColumns {
    const profile = this.profileOf(of);
    if (!profile) throw new Error('The profile is another one by now.');
    const { opened: { data }, rows, revision } = profile;
    const places: string[] = [];
    const openable = new Uint8Array(rows.length);
    for (let row = 0; row < rows.length; row++) {
      const place = rows.place(row);
      places.push(place ? placeOf(place) : '');
      openable[row] = place && place.line > 0 && isOpenablePath(place.file) ? 1 : 0;
    }
    return { revision, data: ownColumns(data), places, openable };
  }

  /** The profile that a word of the page is about; `null` when that one is gone. */
  private profileOf({ revision }: { readonly revision: number }): ReadProfile | null {
    const { profile } = this.reading;
    return profile?.revision === revision ? profile : null;
  }

  /** Only a row of what is shown now can be opened: the page names a row, never a path. */
  private async openFunction(asked: FunctionPlace): Promise<void> {
    const profile = this.profileOf(asked);
    const place = profile?.rows.place(asked.func);
    if (!profile || !place) return;
    this.opened = asked.func;
    await openPlace(place.file, asked.line || place.line, profile.opened, {
      documents: this.services.documents, column: columnBeside(this.panel, place.file), preserveFocus: asked.focus !== true,
    });
  }

  private async sourceText(asked: FunctionPlace): Promise<SourceText> {
    const profile = this.profileOf(asked);
    const place = profile?.rows.place(asked.func);
    return profile && place ? readSourceText(place, profile.opened) : { ok: false, reason: 'The profile is another one by now.' };
  }

  /** As short as the link provider understands it: relative inside the workspace. */
  private async copyLink(asked: FunctionPlace): Promise<void> {
    const profile = this.profileOf(asked);
    if (!profile) return;
    await vscode.env.clipboard.writeText(writeProfileLink(vscode.workspace.asRelativePath(profile.opened.path, false), profile.rows.name(asked.func)));
  }

  private async savePicture(png: Uint8Array): Promise<void> {
    const { profile } = this.reading;
    if (profile) await savePicture(png, profile.opened);
  }
}
