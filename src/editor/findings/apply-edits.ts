import * as vscode from 'vscode';
import type { SourceEdit } from '../../session/index.ts';

/** Edits of the document's current text; with a label they are shown for confirmation before they are made. */
export function toWorkspaceEdit(document: vscode.TextDocument, edits: readonly SourceEdit[], confirm?: string): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, text } of edits) {
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    edit.replace(document.uri, range, text, confirm === undefined ? undefined : { needsConfirmation: true, label: confirm });
  }
  return edit;
}
