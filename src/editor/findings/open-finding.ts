import * as vscode from 'vscode';
import { isOpenablePath } from '../is-openable-path.ts';
import { fileKey } from '../decorations/index-heat.ts';
import type { FindingsState } from './findings-state.ts';

/** Opens a place (1-based) that a finding speaks of, its own or one of its way; nothing else is reachable like this. */
export async function openFinding(file: unknown, line: unknown, column: unknown, findings: FindingsState): Promise<void> {
  if (typeof file !== 'string' || typeof line !== 'number' || typeof column !== 'number' || !isOpenablePath(file)) return;
  const key = fileKey(file);
  const isSpokenOf = findings.of(file).length > 0 || findings.files.some(({ findings: found }) => found.some(({ chain }) => chain.some((hop) => fileKey(hop.file) === key)));
  if (!isSpokenOf) return;
  let document: vscode.TextDocument;
  try {
    document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
  } catch {
    return void vscode.window.showWarningMessage(`${vscode.workspace.asRelativePath(file)} can't be opened: it may have been moved since the scan.`);
  }
  const position = document.validatePosition(new vscode.Position(Math.max(0, Math.trunc(line) - 1), Math.max(0, Math.trunc(column) - 1)));
  const selection = new vscode.Range(position, position);
  const editor = await vscode.window.showTextDocument(document, { selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
