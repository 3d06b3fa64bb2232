import * as vscode from 'vscode';
import { formatRoughShare, formatAmount } from '../../core/report/format-numbers.ts';
import { visibleText } from '../../core/report/visible-text.ts';
import { commands, settings } from '../ids.ts';
import { fileKey } from '../decorations/index-heat.ts';
import type { MeasuredDocuments } from '../decorations/measured-documents.ts';
import type { OpenRecordingState } from '../open-recording-state.ts';
import { refuseProgram } from '../runs/check-program.ts';
import { readSettings } from '../settings.ts';
import { rankFunction } from '../../core/report/rank-function.ts';

/** Opt-in, since a lens moves lines: "Profile" on top of a program, the time above its hot and warm functions. */
export class HeatCodeLens implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;
  private readonly listeners: vscode.Disposable[];
  private readonly state: OpenRecordingState;
  private readonly documents: MeasuredDocuments;

  constructor(state: OpenRecordingState, documents: MeasuredDocuments) {
    this.state = state;
    this.documents = documents;
    this.listeners = [
      state.onDidChange(() => this.changed.fire()),
      documents.onDidChange(() => this.changed.fire()),
      vscode.workspace.onDidChangeConfiguration((event) => { if (event.affectsConfiguration(settings.codeLensEnabled)) this.changed.fire(); }),
    ];
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    if (!readSettings().codeLens || refuseProgram(document.uri)) return [];
    const profile = new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), { title: 'Profile', command: commands.profileFile, arguments: [document.uri] });
    return [profile, ...this.functionLenses(document)];
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.changed.dispose();
  }

  private functionLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const { opened, heat } = this.state.current;
    const measured = this.documents.of(document);
    if (!opened || !measured) return [];
    return (heat.get(fileKey(document.uri.fsPath))?.functions ?? []).flatMap((at) => {
      const row = opened.analysis.functions[at];
      const line = row && rankFunction(row.selfShare) !== 'cool' ? measured.currentLine(row.line) : 0;
      if (!row || line === 0 || line > document.lineCount || measured.isStale(row.line)) return [];
      const title = `${visibleText(row.name, 60)}: ${formatAmount(row.selfMs, opened.analysis.unit)} self (${formatRoughShare(row.selfShare)}), ${formatAmount(row.totalMs, opened.analysis.unit)} total`;
      return [new vscode.CodeLens(new vscode.Range(line - 1, 0, line - 1, 0), { title, command: commands.showHotspots })];
    });
  }
}
