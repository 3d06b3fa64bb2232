import * as vscode from 'vscode';
import { fileKey } from '../decorations/index-heat.ts';

/** Saves the unsaved buffers of these files: Node runs what is on disk. False when one could not be saved. */
export async function saveBeforeRun(files: readonly string[]): Promise<boolean> {
  const keys = new Set(files.map((file) => fileKey(file)));
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty || document.uri.scheme !== 'file' || !keys.has(fileKey(document.uri.fsPath))) continue;
    if (!(await document.save())) {
      void vscode.window.showErrorMessage(`${vscode.workspace.asRelativePath(document.uri)} could not be saved; Node runs the file on disk, so save it first.`);
      return false;
    }
  }
  return true;
}
