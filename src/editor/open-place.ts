import * as vscode from 'vscode';
import type { OpenedRecording } from '../session/index.ts';
import { allowOutside } from './allow-outside.ts';
import type { MeasuredDocuments } from './decorations/measured-documents.ts';
import { isOpenablePath } from './is-openable-path.ts';

export interface PlaceOptions {
  readonly documents: MeasuredDocuments;
  readonly column?: vscode.ViewColumn;
  readonly preserveFocus?: boolean;
}

/** Opens a line (1-based, as recorded) of a file that the recording speaks of: whether it does, the caller has checked. */
export async function openPlace(file: string, line: number, opened: Pick<OpenedRecording, 'manifest'>, { documents, column, preserveFocus = false }: PlaceOptions): Promise<void> {
  if (line < 1 || !isOpenablePath(file) || !(await allowOutside(file, opened))) return;
  let document: vscode.TextDocument;
  try {
    document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
  } catch {
    return void vscode.window.showWarningMessage(`${vscode.workspace.asRelativePath(file)} can't be opened: it may have been moved since the run.`);
  }
  const current = documents.of(document)?.currentLine(line) || line;
  const position = new vscode.Position(Math.min(current, document.lineCount) - 1, 0);
  const selection = new vscode.Range(position, position);
  const editor = await vscode.window.showTextDocument(document, { selection, preserveFocus, ...(column !== undefined && { viewColumn: column }) });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
