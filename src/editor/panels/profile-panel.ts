import * as vscode from 'vscode';
import { panels } from '../ids.ts';
import type { OpenRecordingState } from '../open-recording-state.ts';
import { OpenRecordingSource } from './open-recording-source.ts';
import type { ProfilePage } from './profile-page.ts';
import type { ProfilePages } from './profile-pages.ts';

/** The open recording's viewer beside the code: at most one a window, restored with it. */
export class ProfilePanel implements vscode.Disposable {
  private readonly state: OpenRecordingState;
  private readonly pages: ProfilePages;
  private readonly extensionUri: vscode.Uri;
  private readonly restoring: vscode.Disposable;
  private page: ProfilePage | null = null;

  constructor(state: OpenRecordingState, pages: ProfilePages, extensionUri: vscode.Uri) {
    this.state = state;
    this.pages = pages;
    this.extensionUri = extensionUri;
    this.restoring = vscode.window.registerWebviewPanelSerializer(panels.beside, { deserializeWebviewPanel: async (panel) => void this.fill(panel) });
  }

  /** The page, opened beside the code when it is not there yet. */
  show(): ProfilePage {
    if (this.page) this.page.panel.reveal(undefined, false);
    return this.page ?? this.fill(vscode.window.createWebviewPanel(panels.beside, 'Flameline', vscode.ViewColumn.Beside));
  }

  dispose(): void {
    this.restoring.dispose();
  }

  private fill(panel: vscode.WebviewPanel): ProfilePage {
    this.page?.panel.dispose();
    const icon = (theme: string): vscode.Uri => vscode.Uri.joinPath(this.extensionUri, 'media', `flame-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    const page = this.pages.add(panel, new OpenRecordingSource(this.state));
    this.page = page;
    panel.onDidDispose(() => { if (this.page === page) this.page = null; });
    return page;
  }
}
