import * as vscode from 'vscode';
import { allowOutside } from './allow-outside.ts';
import { fileKey } from './decorations/index-heat.ts';
import { isOpenablePath } from './is-openable-path.ts';
import type { Services } from './services.ts';

/** Opens a line (1-based, as recorded) of a file the open recording speaks of; nothing else is reachable this way. */
export async function openLocation(file: unknown, line: unknown, { state, documents }: Pick<Services, 'state' | 'documents'>): Promise<void> {
  if (typeof file !== 'string' || typeof line !== 'number' || !Number.isSafeInteger(line) || line < 1) return;
  const { opened, heat } = state.current;
  if (!opened || !heat.has(fileKey(file)) || !isOpenablePath(file) || !(await allowOutside(file, opened))) return;
  let document: vscode.TextDocument;
  try {
    document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
  } catch {
    return void vscode.window.showWarningMessage(`${vscode.workspace.asRelativePath(file)} can't be opened: it may have been moved since the run.`);
  }
  const current = documents.of(document)?.currentLine(line) || line;
  const position = new vscode.Position(Math.min(current, document.lineCount) - 1, 0);
  const editor = await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
  editor.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
