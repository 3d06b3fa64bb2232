import * as vscode from 'vscode';
import type { PageDeeds } from '../../protocol/hear-page.ts';
import { profilePageMethods } from '../../protocol/profile-page.ts';
import type { ComparisonFormat, FunctionPlace, PageView, ProfileColumns } from '../../protocol/profile-page.ts';
import { describeComparison, renderComparison } from '../../session/index.ts';
import type { MeasuredDocuments } from '../decorations/measured-documents.ts';
import { commands } from '../ids.ts';
import { isOpenablePath } from '../is-openable-path.ts';
import { openPlace } from '../open-place.ts';
import { columnBeside } from '../panels/column-beside.ts';
import { ownColumns } from '../panels/own-columns.ts';
import { PageWire } from '../panels/page-wire.ts';
import { saveFile } from '../panels/save-file.ts';
import { savePicture } from '../panels/save-picture.ts';
import { placeOf } from '../trees/place-of.ts';
import { workspaceRoots } from '../workspace-roots.ts';
import type { ComparedRun } from './compared-run.ts';
import { reportName } from './report-name.ts';
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
  private readonly wire: PageWire;

  constructor(panel: vscode.WebviewPanel, runs: ComparisonPage['runs'], services: ComparisonServices) {
    this.panel = panel;
    this.runs = runs;
    this.services = services;
    this.reading = new ComparisonReading(runs, services.log);
    this.reading.onDidChange(() => this.wire.say(profilePageMethods.show, this.view()));
    this.wire = new PageWire(panel, services.extensionUri, this.deeds());
  }

  /** What is shown, for tests. */
  get state(): ComparisonState {
    return this.reading.current;
  }

  dispose(): void {
    this.wire.dispose();
    this.reading.dispose();
  }

  private deeds(): PageDeeds {
    return {
      ready: () => this.view(),
      columns: (of) => this.columns(of),
      cancel: () => this.reading.cancel(),
      reload: () => this.reading.restart(),
      openFunction: (place) => this.openFunction(place),
      source: () => ({ ok: false, reason: 'Two runs have no lines in common: open one of them for its lines.' }),
      copy: (text) => vscode.env.clipboard.writeText(text),
      exportReport: (format) => this.saveReport(format),
      savePicture: (png) => savePicture(png, { path: `${this.runs[0].path}-compared`, manifest: null }),
      openFile: () => vscode.commands.executeCommand(commands.openProfile),
    };
  }

  private view(): PageView {
    const { state, panel: { title } } = this;
    if (state.kind === 'failed') return { kind: 'failed', title, message: state.message };
    if (state.kind === 'loading') return { kind: 'loading', title, bytes: state.bytes, total: state.total };
    const facts = describeComparison(state.comparison, state.joined, (file) => vscode.workspace.asRelativePath(file));
    return { kind: 'profile', revision: state.revision, facts, selected: -1, changed: false };
  }

  /** What `flameline diff` prints of the same two runs, whole. */
  private async saveReport(format: ComparisonFormat): Promise<void> {
    const { state } = this;
    if (state.kind !== 'read') return;
    const { name, filters } = reportName(this.runs, format);
    await saveFile(name, filters, () => new TextEncoder().encode(renderComparison(state.comparison, { format, cwd: workspaceRoots()[0] ?? '', top: 0 })));
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
