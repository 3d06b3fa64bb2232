import * as vscode from 'vscode';
import { diagnosticSource } from '../ids.ts';
import { readSettings } from '../settings.ts';
import { fileKey } from '../decorations/index-heat.ts';
import type { MeasuredDocuments } from '../decorations/measured-documents.ts';
import type { OpenRecordingState } from '../open-recording-state.ts';
import { isOpenablePath } from '../is-openable-path.ts';
import { pickHotFunctions } from './pick-hot-functions.ts';
import type { HotFunction } from './pick-hot-functions.ts';
import { readMeasuredLine } from './read-measured-line.ts';
import type { OpenedRecording } from '../../session/index.ts';

/** Reports the hot functions of the open recording in Problems; a function edited since is left out. */
export class HotDiagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection(diagnosticSource);
  private readonly listeners: vscode.Disposable[];
  private revision = 0;
  private readonly state: OpenRecordingState;
  private readonly documents: MeasuredDocuments;

  constructor(state: OpenRecordingState, documents: MeasuredDocuments) {
    this.state = state;
    this.documents = documents;
    const report = (): void => void this.report();
    this.listeners = [
      state.onDidChange(report),
      documents.onDidChange(report),
      vscode.workspace.onDidChangeConfiguration((event) => { if (event.affectsConfiguration('flameline.diagnostics')) report(); }),
    ];
  }

  dispose(): void {
    this.revision++;
    this.collection.dispose();
    for (const listener of this.listeners) listener.dispose();
  }

  private async report(): Promise<void> {
    const revision = ++this.revision;
    const { opened } = this.state.current;
    if (!opened) return this.collection.clear();
    const hot = pickHotFunctions(opened.analysis, readSettings().diagnosticsLimit).filter(({ at }) => isOpenablePath(at.file));
    const placed = await Promise.all(hot.map(async (one) => ({ file: one.at.file, diagnostic: await this.place(one, opened) })));
    if (revision !== this.revision) return;
    const byFile = new Map<string, { uri: vscode.Uri; diagnostics: vscode.Diagnostic[] }>();
    for (const { file, diagnostic } of placed) {
      const entry = byFile.get(fileKey(file)) ?? { uri: vscode.Uri.file(file), diagnostics: [] };
      if (diagnostic) entry.diagnostics.push(diagnostic);
      byFile.set(fileKey(file), entry);
    }
    this.collection.clear();
    for (const { uri, diagnostics } of byFile.values()) this.collection.set(uri, diagnostics);
  }

  private async place({ at, message }: HotFunction, opened: OpenedRecording): Promise<vscode.Diagnostic | null> {
    const open = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'file' && fileKey(uri.fsPath) === fileKey(at.file));
    const measured = open && this.documents.of(open);
    if (measured?.isStale(at.line)) return null;
    const line = measured?.currentLine(at.line) ?? at.line;
    const text = open && line > 0 && line <= open.lineCount ? open.lineAt(line - 1).text : await readMeasuredLine(at.file, line, opened);
    if (line === 0 || text === null) return null;
    const found = text.indexOf(at.name);
    const start = found >= 0 ? found : text.length - text.trimStart().length;
    const end = found >= 0 ? found + at.name.length : text.trimEnd().length;
    const diagnostic = new vscode.Diagnostic(new vscode.Range(line - 1, start, line - 1, Math.max(start, end)), message, vscode.DiagnosticSeverity.Information);
    diagnostic.source = diagnosticSource;
    return diagnostic;
  }
}
