import * as vscode from 'vscode';
import type { FunctionTime } from '../../session/index.ts';
import { connect } from '../../protocol/peer.ts';
import type { Peer } from '../../protocol/peer.ts';
import { hostMethods, isNothing, isOpenFunctionRequest, pageMethods } from '../../protocol/webview.ts';
import type { PageState } from '../../protocol/webview.ts';
import { commands, panels } from '../ids.ts';
import { isOpenablePath } from '../is-openable-path.ts';
import type { OpenRecordingState } from '../open-recording-state.ts';
import { placeOf } from '../trees/place-of.ts';
import { buildPageState } from './build-page-state.ts';
import { writePageHtml } from './page-html.ts';

/** The run's summary beside the code: at most one a window, restored with it. */
export class SummaryPanel implements vscode.Disposable {
  private readonly state: OpenRecordingState;
  private readonly extensionUri: vscode.Uri;
  private readonly listeners: vscode.Disposable[];
  private shown: { readonly panel: vscode.WebviewPanel; readonly page: Peer } | null = null;

  constructor(state: OpenRecordingState, extensionUri: vscode.Uri) {
    this.state = state;
    this.extensionUri = extensionUri;
    this.listeners = [
      state.onDidChange(() => void this.push()),
      vscode.window.registerWebviewPanelSerializer(panels.summary, { deserializeWebviewPanel: async (panel) => this.fill(panel) }),
    ];
  }

  open(): void {
    if (this.shown) return this.shown.panel.reveal(undefined, false);
    this.fill(vscode.window.createWebviewPanel(panels.summary, 'Flameline Summary', vscode.ViewColumn.Beside));
  }

  dispose(): void {
    this.shown?.panel.dispose();
    for (const listener of this.listeners) listener.dispose();
  }

  private fill(panel: vscode.WebviewPanel): void {
    this.shown?.panel.dispose();
    const dist = vscode.Uri.joinPath(this.extensionUri, 'dist');
    const address = (name: string): string => panel.webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    const icon = (theme: string): vscode.Uri => vscode.Uri.joinPath(this.extensionUri, 'media', `flame-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    const page = connect(
      {
        post: (message) => void panel.webview.postMessage(message),
        listen: (receive) => void panel.webview.onDidReceiveMessage(receive),
      },
      new Map<string, (params: unknown) => unknown>([
        [hostMethods.ready, () => this.pageState()],
        [hostMethods.openFunction, (params) => this.openFunction(params)],
      ]),
    );
    const shown = { panel, page };
    this.shown = shown;
    panel.onDidDispose(() => {
      page.dispose('The summary was closed.');
      if (this.shown === shown) this.shown = null;
    });
    panel.webview.html = writePageHtml({ script: address('webview.js'), style: address('webview.css'), origin: panel.webview.cspSource });
  }

  private async push(): Promise<void> {
    // A hidden page takes no messages; it asks again when it is shown.
    if (this.shown?.panel.visible) await this.shown.page.request(pageMethods.show, this.pageState(), isNothing).catch(() => undefined);
  }

  private pageState(): PageState | null {
    const { opened, revision } = this.state.current;
    return opened && buildPageState(opened, revision, { place: placeOf, openable, file: (file) => vscode.workspace.asRelativePath(file) });
  }

  /** Only a row of what is shown now can be opened: the page names a row, never a path. */
  private async openFunction(params: unknown): Promise<void> {
    const { opened, revision } = this.state.current;
    if (!isOpenFunctionRequest(params) || params.revision !== revision) return;
    const row = opened?.analysis.functions[params.index];
    if (row && openable(row)) await vscode.commands.executeCommand(commands.openLocation, row.file, row.line);
  }
}

const openable = ({ file, line }: FunctionTime): boolean => line > 0 && isOpenablePath(file);
