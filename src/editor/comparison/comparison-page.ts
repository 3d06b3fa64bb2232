import * as vscode from 'vscode';
import { hearPage } from '../../protocol/hear-page.ts';
import { connect } from '../../protocol/peer.ts';
import type { Peer } from '../../protocol/peer.ts';
import { profilePageMethods } from '../../protocol/profile-page.ts';
import type { FunctionPlace, PageView, ProfileColumns } from '../../protocol/profile-page.ts';
import { isNothing } from '../../protocol/worker.ts';
import { describeComparison } from '../../session/index.ts';
import type { MeasuredDocuments } from '../decorations/measured-documents.ts';
import { commands } from '../ids.ts';
import { isOpenablePath } from '../is-openable-path.ts';
import { openPlace } from '../open-place.ts';
import { columnBeside } from '../panels/column-beside.ts';
import { ownColumns } from '../panels/own-columns.ts';
import { writePageHtml } from '../panels/page-html.ts';
import { savePicture } from '../panels/save-picture.ts';
import { placeOf } from '../trees/place-of.ts';
import type { ComparedRun } from './compared-run.ts';
import { ComparisonReading } from './comparison-reading.ts';
import type { ComparisonState } from './comparison-reading.ts';

type Read = Extract<ComparisonState, { readonly kind: 'read' }>;
export interface ComparisonServices {
  readonly extensionUri: vscode.Uri;
  readonly documents: MeasuredDocuments;
  readonly log: vscode.LogOutputChannel;
}

/** Two runs in one tab. The page can be rebuilt from it at any time. */
export class ComparisonPage implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly runs: readonly [ComparedRun, ComparedRun];
  private readonly services: ComparisonServices;
  private readonly reading: ComparisonReading;
  private readonly peer: Peer;

  constructor(panel: vscode.WebviewPanel, runs: ComparisonPage['runs'], services: ComparisonServices) {
    this.panel = panel;
    this.runs = runs;
    this.services = services;
    this.reading = new ComparisonReading(runs, services.log);
    this.reading.onDidChange(() => this.say(profilePageMethods.show, this.view()));
    this.peer = this.connect();
    this.fill();
  }

  /** What is shown, for tests. */
  get state(): ComparisonState {
    return this.reading.current;
  }

  dispose(): void {
    this.peer.dispose('The page was closed.');
    this.reading.dispose();
  }

  private connect(): Peer {
    const { webview } = this.panel;
    return connect(
      { post: (message) => void webview.postMessage(message), listen: (receive) => void webview.onDidReceiveMessage(receive) },
      hearPage({
        ready: () => this.view(),
        columns: (of) => this.columns(of),
        cancel: () => this.reading.cancel(),
        reload: () => this.reading.restart(),
        openFunction: (place) => this.openFunction(place),
        source: () => ({ ok: false, reason: 'Two runs have no lines in common: open one of them for its lines.' }),
        copy: (text) => vscode.env.clipboard.writeText(text),
        savePicture: (png) => savePicture(png, { path: `${this.runs[0].path}-compared`, manifest: null }),
        openFile: () => vscode.commands.executeCommand(commands.openProfile),
      }),
    );
  }

  private fill(): void {
    const { webview } = this.panel;
    const dist = vscode.Uri.joinPath(this.services.extensionUri, 'dist');
    const address = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
    webview.options = { enableScripts: true, localResourceRoots: [dist] };
    webview.html = writePageHtml({ script: address('webview.js'), style: address('webview.css'), origin: webview.cspSource });
  }

  private view(): PageView {
    const { state, panel: { title } } = this;
    if (state.kind === 'failed') return { kind: 'failed', title, message: state.message };
    if (state.kind === 'loading') return { kind: 'loading', title, bytes: state.bytes, total: state.total };
    const facts = describeComparison(state.comparison, state.joined, (file) => vscode.workspace.asRelativePath(file));
    return { kind: 'profile', revision: state.revision, facts, selected: -1, changed: false };
  }

  /** A hidden page takes no messages: it asks again when it is shown. */
  private say(word: string, params: unknown): void {
    if (this.panel.visible) void this.peer.request(word, params, isNothing).catch(() => undefined);
  }

  private readOf({ revision }: { readonly revision: number }): Read | null {
    const { state } = this;
    return state.kind === 'read' && revision === state.revision ? state : null;
  }

  private columns(of: { readonly revision: number }): ProfileColumns {
    const read = this.readOf(of);
    if (!read) throw new Error('The comparison is another one by now.');
    const { revision, joined: { data, beforeLanes, beforeFile, beforeLine } } = read;
    const { length, file, line } = data.functions;
    const rows = Array.from({ length }, (_, row) => row);
    const openable = Uint8Array.from(rows, (row) => (line[row] > 0 && isOpenablePath(data.strings[file[row]]) ? 1 : 0));
    return {
      revision, data: ownColumns(data), openable,
      places: rows.map((row) => placeOf({ file: data.strings[file[row]], line: line[row] })),
      compared: { beforeLanes, placesBefore: rows.map((row) => (beforeFile[row] < 0 ? '' : placeOf({ file: data.strings[beforeFile[row]], line: beforeLine[row] }))) },
    };
  }

  /** Only a row of what is shown now can be opened: the page names a row, never a path. */
  private async openFunction(asked: FunctionPlace): Promise<void> {
    const read = this.readOf(asked);
    if (!read) return;
    const { functions, strings } = read.joined.data;
    if (asked.func >= functions.length) return;
    const file = strings[functions.file[asked.func]];
    await openPlace(file, asked.line || functions.line[asked.func], { manifest: null }, {
      documents: this.services.documents, column: columnBeside(this.panel, file), preserveFocus: asked.focus !== true,
    });
  }
}
