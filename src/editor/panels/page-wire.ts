import * as vscode from 'vscode';
import { hearPage } from '../../protocol/hear-page.ts';
import type { PageDeeds } from '../../protocol/hear-page.ts';
import { connect } from '../../protocol/peer.ts';
import type { Peer } from '../../protocol/peer.ts';
import { isNothing } from '../../protocol/worker.ts';
import { writePageHtml } from './page-html.ts';

/** A tab with the page in it, and the words that go to and fro. The page is gone while its tab is hidden, and says `ready` when it is back. */
export class PageWire implements vscode.Disposable {
  private readonly panel: vscode.WebviewPanel;
  private readonly peer: Peer;
  private readonly listener: vscode.Disposable;
  private live = false;

  constructor(panel: vscode.WebviewPanel, extensionUri: vscode.Uri, deeds: PageDeeds) {
    this.panel = panel;
    const { webview } = panel;
    const ready = (): ReturnType<PageDeeds['ready']> => {
      this.live = true;
      return deeds.ready();
    };
    this.peer = connect(
      { post: (message) => void webview.postMessage(message), listen: (receive) => void webview.onDidReceiveMessage(receive) },
      hearPage({ ...deeds, ready }),
    );
    this.listener = panel.onDidChangeViewState(() => this.look());
    this.fill(extensionUri);
  }

  /** A script listens: it has said `ready` since the tab was last hidden. */
  get isLive(): boolean {
    return this.live;
  }

  /** Nobody hears it while the page is gone: it asks for everything when it is back. */
  say(word: string, params: unknown): void {
    if (this.live) void this.peer.request(word, params, isNothing).catch(() => undefined);
  }

  dispose(): void {
    this.listener.dispose();
    this.peer.dispose('The page was closed.');
  }

  private look(): void {
    if (this.panel.visible) return;
    this.live = false;
    this.peer.abandon('The page was hidden.');
  }

  private fill(extensionUri: vscode.Uri): void {
    const { webview } = this.panel;
    const dist = vscode.Uri.joinPath(extensionUri, 'dist');
    const address = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
    webview.options = { enableScripts: true, localResourceRoots: [dist] };
    webview.html = writePageHtml({ script: address('webview.js'), style: address('webview.css'), origin: webview.cspSource });
  }
}
