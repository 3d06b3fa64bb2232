import * as vscode from 'vscode';
import type { MeasuredDocuments } from '../decorations/measured-documents.ts';
import type { ProfilePages } from './profile-pages.ts';

/** The cursor is followed when it has rested so long, ms. */
const settleMs = 150;

/** Selects the function under the editor's cursor in every graph in sight; where none was measured, what is selected stays. */
export function followCursor(pages: ProfilePages, documents: MeasuredDocuments): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  const follow = ({ document, selection: { active } }: vscode.TextEditor): void => {
    const line = documents.of(document)?.recordedLine(active.line + 1) || active.line + 1;
    const range = document.getWordRangeAtPosition(active);
    const word = range ? document.getText(range) : '';
    for (const page of pages.visible) page.select((rows) => rows.rowAt(document.uri.fsPath, line, word));
  };
  const listener = vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
    clearTimeout(timer);
    if (textEditor.document.uri.scheme !== 'file' || pages.visible.length === 0) return;
    timer = setTimeout(() => follow(textEditor), settleMs);
  });
  return new vscode.Disposable(() => {
    clearTimeout(timer);
    listener.dispose();
  });
}
