import * as vscode from 'vscode';
import { colors } from '../ids.ts';
import { readSettings } from '../settings.ts';
import { diagnosedLines } from '../diagnostics/diagnosed-lines.ts';
import type { OpenRecordingState } from '../open-recording-state.ts';
import { computeMarks } from './compute-marks.ts';
import type { HeatMark } from './compute-marks.ts';
import { createHeatDecorationTypes } from './heat-decoration-types.ts';
import type { HeatDecorationTypes } from './heat-decoration-types.ts';
import { fileKey } from './index-heat.ts';
import type { MeasuredDocuments } from './measured-documents.ts';

/** A mark as it stands in an editor. */
export interface PaintedMark {
  /** 1-based. */
  readonly line: number;
  readonly step: number;
  readonly text: string;
  readonly stale: boolean;
}

/** Draws the heat into every visible editor of a file that ran. */
export class HeatPainter implements vscode.Disposable {
  private types: HeatDecorationTypes | null = null;
  private readonly painted = new Map<vscode.TextEditor, readonly PaintedMark[]>();
  private readonly listeners: vscode.Disposable[];
  private readonly state: OpenRecordingState;
  private readonly documents: MeasuredDocuments;
  private readonly media: vscode.Uri;

  constructor(state: OpenRecordingState, documents: MeasuredDocuments, media: vscode.Uri) {
    this.state = state;
    this.documents = documents;
    this.media = media;
    const paintAll = (): void => vscode.window.visibleTextEditors.forEach((editor) => this.paint(editor));
    this.listeners = [
      state.onDidChange(paintAll),
      vscode.window.onDidChangeVisibleTextEditors((editors) => this.paintNew(editors)),
      documents.onDidChange((document) => vscode.window.visibleTextEditors.filter((editor) => editor.document === document).forEach((editor) => this.paint(editor))),
      vscode.workspace.onDidChangeConfiguration((event) => { if (event.affectsConfiguration('flameline')) paintAll(); }),
    ];
  }

  /** What stands in the editors now. */
  marksOf(editor: vscode.TextEditor): readonly PaintedMark[] {
    return this.painted.get(editor) ?? [];
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    for (const type of [...(this.types?.heat ?? []), ...(this.types ? [this.types.stale] : [])]) type.dispose();
    this.painted.clear();
  }

  private paintNew(editors: readonly vscode.TextEditor[]): void {
    for (const editor of this.painted.keys()) if (!editors.includes(editor)) this.painted.delete(editor);
    for (const editor of editors) this.paint(editor);
  }

  private paint(editor: vscode.TextEditor): void {
    const marks = this.marksFor(editor.document);
    if (marks.length === 0 && !this.painted.has(editor)) return;
    const types = (this.types ??= createHeatDecorationTypes(this.media));
    const steps = types.heat.map((): vscode.DecorationOptions[] => []);
    const stale: vscode.DecorationOptions[] = [];
    for (const mark of marks) (mark.stale ? stale : steps[mark.step - 1])?.push(decorate(mark));
    types.heat.forEach((type, index) => editor.setDecorations(type, steps[index] ?? []));
    editor.setDecorations(types.stale, stale);
    if (marks.length > 0) this.painted.set(editor, marks);
    else this.painted.delete(editor);
  }

  private marksFor(document: vscode.TextDocument): PaintedMark[] {
    const { opened, heat, shown } = this.state.current;
    const measured = this.documents.of(document);
    const fileHeat = heat.get(fileKey(document.uri.fsPath));
    if (!opened || !measured || !fileHeat) return [];
    const { heatText, heatThreshold, diagnosticsLimit } = readSettings();
    const silent = diagnosedLines(opened.analysis, diagnosticsLimit).get(fileKey(document.uri.fsPath)) ?? new Set();
    const marks = computeMarks(fileHeat, opened.analysis, { shown, threshold: heatThreshold, text: heatText, silent });
    const place = ({ line, step, text }: HeatMark): PaintedMark[] => {
      const current = measured.currentLine(line);
      return current === 0 || current > document.lineCount ? [] : [{ line: current, step, text, stale: measured.isStale(line) }];
    };
    return marks.flatMap(place);
  }
}

function decorate({ line, text, stale }: PaintedMark): vscode.DecorationOptions {
  const range = new vscode.Range(line - 1, 0, line - 1, 0);
  if (text === '') return { range };
  const color = new vscode.ThemeColor(stale ? colors.stale : colors.text);
  return { range, renderOptions: { after: { contentText: stale ? `${text} · stale` : text, color, margin: '0 0 0 3ch' } } };
}
