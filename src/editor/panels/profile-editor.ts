import * as vscode from 'vscode';
import { panels } from '../ids.ts';
import { columnForPicture } from './column-for-picture.ts';
import { droppedFolder } from './dropped-folder.ts';
import { FileSource } from './file-source.ts';
import type { ProfilePage } from './profile-page.ts';
import type { ProfilePages } from './profile-pages.ts';
import type { ProfileRows } from './profile-rows.ts';

type Find = (rows: ProfileRows) => number;

/** Profile files as editors: read only, chosen by the user, never the default of a file type. */
export class ProfileEditor implements vscode.CustomReadonlyEditorProvider {
  private readonly pages: ProfilePages;
  private readonly storage: vscode.Uri;
  private readonly shown = new Map<string, ProfilePage>();
  /** What an editor that is being opened shall select, by its file. */
  private readonly awaited = new Map<string, Find>();

  constructor(pages: ProfilePages, storage: vscode.Uri) {
    this.pages = pages;
    this.storage = storage;
  }

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => this.forget(uri) };
  }

  resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): void {
    const page = this.pages.add(panel, new FileSource(uri));
    const key = uri.toString();
    this.shown.set(key, page);
    panel.onDidDispose(() => { if (this.shown.get(key) === page) this.shown.delete(key); });
    const find = this.awaited.get(key);
    this.awaited.delete(key);
    if (find) page.select(find);
  }

  /** Opens the file's editor, or goes to it, and selects what `find` says; without a page when the editor could not be opened. */
  async open(uri: vscode.Uri, find?: Find): Promise<ProfilePage | undefined> {
    const key = uri.toString();
    const known = this.shown.get(key);
    if (find && !known) this.awaited.set(key, find);
    await vscode.commands.executeCommand('vscode.openWith', uri, panels.editor, known?.panel.viewColumn ?? columnForPicture(uri));
    this.awaited.delete(key);
    if (find) known?.select(find);
    return this.shown.get(key);
  }

  /** The copy of a dropped file goes with its last tab. */
  private forget(uri: vscode.Uri): void {
    const dropped = `${droppedFolder(this.storage).path}/`;
    if (uri.scheme !== 'file' || !uri.path.startsWith(dropped)) return;
    void vscode.workspace.fs.delete(vscode.Uri.joinPath(uri, '..'), { recursive: true }).then(undefined, () => undefined);
  }
}
